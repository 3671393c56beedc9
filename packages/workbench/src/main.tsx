import "virtual:report.css";
import "./style/base.css";
import "./style/start.css";
import "./style/workbench.css";
import "./style/result.css";
import "./style/print.css";
import { render } from "preact";
import { App } from "./app/app.ts";
import { keepForOffline } from "./app/offline.ts";
import { restoreTheme } from "./app/theme.ts";
import { openDesk } from "./draft/desk.ts";
import { startEngine } from "./engine/client.ts";
import { AppView } from "./view/app.tsx";

restoreTheme();
const app = new App({ desk: openDesk(), engine: startEngine() });
render(<AppView app={app} />, document.getElementById("app")!);
void app.begin();
keepForOffline();
