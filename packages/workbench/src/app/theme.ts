import { type Signal, signal } from "@preact/signals";

export type Theme = "auto" | "light" | "dark";

const themes: readonly Theme[] = ["auto", "light", "dark"];
const key = "powershare.theme";

/** The colours that the reader chose; `auto` are those of the system. */
export const theme: Signal<Theme> = signal("auto");

/** Puts the page into the colours chosen last time. Before anything is drawn, so that nothing flashes. */
export function restoreTheme(): void {
  setTheme(themes.find((name) => name === kept()) ?? "auto");
}

/** As the system, light, dark, and round again. */
export function turnTheme(): void {
  setTheme(themes[(themes.indexOf(theme.value) + 1) % themes.length]!);
  keep(theme.value);
}

function setTheme(name: Theme): void {
  theme.value = name;
  const root = document.documentElement;
  if (name === "auto") root.removeAttribute("data-theme");
  else root.setAttribute("data-theme", name);
}

function kept(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(name: Theme): void {
  try {
    localStorage.setItem(key, name);
  } catch {
    // Where nothing is kept, the choice holds for this page.
  }
}
