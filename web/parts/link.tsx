import type { AnchorHTMLAttributes } from "react";
import { navigate } from "../state/router.ts";

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { to: string };

/** A link within the app: a plain click changes the view, everything else (new tab, copy) is the browser's. */
export function Link({ to, onClick, ...rest }: LinkProps) {
  return (
    <a
      {...rest}
      href={to}
      onClick={(event) => {
        onClick?.(event);
        const plain =
          !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) && event.button === 0;
        if (event.defaultPrevented || !plain || rest.target) return;
        event.preventDefault();
        navigate(to);
      }}
    />
  );
}
