import type { JSX } from "preact";
import { theme, turnTheme } from "../app/theme.ts";
import { t } from "../words.ts";
import { ThemeIcon } from "./icons.tsx";

/** As the system, light, dark. */
export function ThemeButton({ isNamed = false }: { readonly isNamed?: boolean }): JSX.Element {
  const name = t("bar.theme", { theme: t(`theme.${theme.value}`) });
  return (
    <button type="button" class="button plain" aria-label={name} title={name} onClick={turnTheme}>
      <ThemeIcon theme={theme.value} />
      {isNamed && name}
    </button>
  );
}
