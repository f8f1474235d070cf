/** A rule table; its loader gives it its type. */
declare module '*.yaml' {
  const table: unknown;
  export default table;
}
