/** Where files and folders are dropped (anywhere on the page) or chosen. */
import { type ReactNode, useEffect, useRef, useState } from "react";
import { chosen, filesOf, type Given } from "../../state/intake.ts";

interface DropZoneProps {
  onFiles(given: Given[]): void;
  children: ReactNode;
  /** Further buttons beside those of the zone. */
  buttons?: ReactNode;
}

export function DropZone({ onFiles, children, buttons }: DropZoneProps) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const isFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!isFiles(event)) return;
      depth++;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!isFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const move = (event: DragEvent) => {
      if (isFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!isFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      void filesOf(event.dataTransfer).then((given) => {
        if (given.length > 0) latest.current(given);
      });
    };
    window.addEventListener("dragenter", enter);
    window.addEventListener("dragleave", leave);
    window.addEventListener("dragover", move);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragenter", enter);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("dragover", move);
      window.removeEventListener("drop", drop);
    };
  }, []);
  const take = (input: HTMLInputElement) => {
    if (input.files && input.files.length > 0) onFiles(chosen(input.files));
    input.value = "";
  };
  return (
    <div className={over ? "drop over" : "drop"}>
      {children}
      <div className="row">
        <button type="button" className="button primary" onClick={() => files.current?.click()}>
          Choose files
        </button>
        <button type="button" className="button" onClick={() => folder.current?.click()}>
          Choose a folder
        </button>
        {buttons}
      </div>
      <input
        ref={files}
        className="sr"
        type="file"
        multiple
        tabIndex={-1}
        aria-label="Files"
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={(input) => {
          folder.current = input;
          // React knows no such attribute.
          input?.setAttribute("webkitdirectory", "");
        }}
        className="sr"
        type="file"
        tabIndex={-1}
        aria-label="Folder"
        onChange={(event) => take(event.currentTarget)}
      />
    </div>
  );
}
