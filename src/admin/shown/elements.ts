import { cloneElement, type ElementType, isValidElement, type ReactElement, type ReactNode } from 'react'

type Parent = { children?: ReactNode }
type ServerComponent = (props: object) => ReactNode | Promise<ReactNode>

const isServerComponent = (type: unknown): type is ServerComponent => typeof type === 'function' && !('$$typeof' in type)

/** What a component of the server makes, and not yet what the components within it make. */
export async function made(element: ReactElement<object>): Promise<ReactNode> {
  return isServerComponent(element.type) ? element.type(element.props) : element
}

/** The same elements, with other properties for those of a type; how many there were is counted. */
function changed<Props extends object>(
  node: ReactNode,
  of: ElementType,
  change: (props: Props) => Partial<Props>,
  found: string[],
): ReactNode {
  if (Array.isArray(node)) return node.map((each: ReactNode) => changed(each, of, change, found))
  if (!isValidElement<Props & Parent>(node)) return node
  if (node.type === of) {
    found.push('')
    return cloneElement(node, change(node.props))
  }
  const { children } = node.props
  if (children === undefined) return node
  const inside = changed(children, of, change, found)
  return Array.isArray(inside) ? cloneElement(node, undefined, ...(inside as ReactNode[])) : cloneElement(node, undefined, inside)
}

/** Other properties for the one element of a type; an update of the platform that draws it no more, or twice, is not passed over. */
export function withProps<Props extends object>(node: ReactNode, of: ElementType, change: (props: Props) => Partial<Props>): ReactNode {
  const found: string[] = []
  const result = changed(node, of, change, found)
  if (found.length !== 1) throw new Error(`The platform draws what is to be changed ${found.length} times`)
  return result
}
