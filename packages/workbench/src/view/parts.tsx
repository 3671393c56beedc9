import type { ComponentChildren, JSX } from "preact";
import { type IconName, Icon } from "./icons.tsx";

interface ButtonProps {
  readonly onClick: () => void;
  readonly children?: ComponentChildren;
  /** The accessible name, when it is more than what is written on the button. */
  readonly label?: string;
  readonly icon?: IconName;
  readonly kind?: string;
  readonly disabled?: boolean;
  readonly title?: string;
}

/** A button with its name written on it, or only said. */
export function Button(props: ButtonProps): JSX.Element {
  const { onClick, children, label, icon, kind = "", disabled = false, title } = props;
  return (
    <button
      type="button"
      class={`button ${kind}`.trim()}
      onClick={onClick}
      {...{ disabled }}
      aria-label={label}
      title={title}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A button that is only a sign; its name shows when it is pointed at. */
export function SignButton(props: {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
}): JSX.Element {
  const { icon, label, onClick, disabled = false } = props;
  return <Button kind="plain" {...{ icon, label, onClick, disabled }} title={label} />;
}
