/** Builds the web app into dist/web (bin/build.mjs does it), or serves it for development with the API of a server that runs. */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const api = process.env.READOUT_API ?? "http://127.0.0.1:7420";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2022",
    // Nothing may lie inline: the server's content security policy has no `unsafe-inline`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    host: "127.0.0.1",
    proxy: { "/api": { target: api, changeOrigin: true, headers: { origin: api } } },
  },
});
