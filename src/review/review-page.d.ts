/** Made when the project is built (scripts/review-page-plugin.mjs): what runs in the browser, bundled into two strings. */
declare module 'review-page' {
  export const script: string;
  export const style: string;
}
