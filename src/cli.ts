#!/usr/bin/env node
// The way in was here before it was tallywire.js, which starts sooner and in less memory: who knows this path gets the same.
// oxlint-disable-next-line import/no-unassigned-import -- it is run
import "./tallywire.js";
