/** The outline of a page while its first answer is put together: never a blank window. */
export const Skeleton = () => (
  <div className="skeleton" aria-hidden="true">
    <i />
    <i />
    <div>
      {Array.from({ length: 14 }, (_, index) => (
        <i key={index} />
      ))}
    </div>
  </div>
)
