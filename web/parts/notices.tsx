import { dismiss, hold, release, useNotices } from "../state/notices.ts";

/** The notices at the foot of the page. */
export function Notices() {
  const notices = useNotices();
  return (
    <div className="notices" aria-live="polite">
      {notices.map(({ id, tone, text, actions }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: pointing only keeps it from going
        <div
          key={id}
          className={`notice fade-in ${tone}`}
          role={tone === "problem" ? "alert" : undefined}
          onPointerEnter={() => hold(id)}
          onPointerLeave={() => release(id)}
          onFocus={() => hold(id)}
          onBlur={() => release(id)}
        >
          <span>{text}</span>
          {actions.map(({ label, run }) => (
            <button
              key={label}
              type="button"
              className="button small"
              onClick={() => {
                dismiss(id);
                run();
              }}
            >
              {label}
            </button>
          ))}
          <button type="button" className="button small" aria-label="Dismiss" onClick={() => dismiss(id)}>
            ✕
          </button>
        </div>
      ))}
    </div>
  );
}
