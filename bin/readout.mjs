#!/usr/bin/env node
// Entry of the installed package: dist/ is shipped with it.
import "../dist/cli.js";
