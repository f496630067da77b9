// What improves a reading page where scripts may run; without them all of it can be read too.
"use strict";
