declare module "*.css" {}
declare module "virtual:report.css" {}

interface ImportMeta {
  /** Filled in by Vite. */
  readonly env: { readonly DEV: boolean };
}
