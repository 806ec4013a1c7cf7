import { cloneElement, type ElementType, isValidElement, type ReactElement, type ReactNode } from 'react'

type Parent = { children?: ReactNode }
type ServerComponent = (props: object) => ReactNode | Promise<ReactNode>

const isServerComponent = (type: unknown): type is ServerComponent => typeof type === 'function' && !('$$typeof' in type)

/** Whether an element is sent to the browser as it is, and drawn there. */
export const isSentAsIs = ({ type }: ReactElement<object>): boolean => typeof type !== 'string' && !isServerComponent(type)

/** What a component of the server makes, and not yet what the components within it make. */
export async function made(element: ReactElement<object>): Promise<ReactNode> {
  return isServerComponent(element.type) ? element.type(element.props) : element
}

/** The same elements, with another one for each that is to be changed. */
export function changed(node: ReactNode, change: (element: ReactElement<Parent>) => ReactElement | null): ReactNode {
  if (Array.isArray(node)) return node.map((each: ReactNode) => changed(each, change))
  if (!isValidElement<Parent>(node)) return node
  const other = change(node)
  if (other) return other
  const { children } = node.props
  if (children === undefined) return node
  const inside = changed(children, change)
  return Array.isArray(inside) ? cloneElement(node, undefined, ...(inside as ReactNode[])) : cloneElement(node, undefined, inside)
}

/** Another element for the one of a type; an update of the platform that draws it no more, or twice, is not passed over. */
export function replaced<Props extends object>(
  node: ReactNode,
  of: ElementType,
  instead: (props: Props) => ReactElement | null,
): ReactNode {
  let found = 0
  const result = changed(node, (element) => {
    if (!isOf<Props>(element, of)) return null
    found += 1
    return instead(element.props)
  })
  if (found !== 1) throw new Error(`The platform draws what is to be changed ${found} times`)
  return result
}

/** Whether an element is of a type, which knows its properties. */
export const isOf = <Props extends object>(element: ReactElement<object>, type: ElementType): element is ReactElement<Props> =>
  element.type === type
