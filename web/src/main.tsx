/** The desk: one page over the API of a case. */
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/shell.css';
import '../styles/parts.css';
import '../styles/drawer.css';
import '../styles/overview.css';
import '../styles/positions.css';
import '../styles/timeline.css';
import '../styles/disputes.css';
import '../styles/deeds.css';
import '../styles/lists.css';
import '../styles/report.css';
import '../styles/work.css';
import '../styles/narrow.css';
import '../styles/print.css';
import { render } from 'preact';
import { listenToKeys } from './shell/keys.ts';
import { Page } from './shell/page.tsx';
import { start } from './shell/start.ts';
import { startTheme } from './shell/theme.ts';
import { VIEW_PARTS } from './views/views.ts';
import { listenToDrops } from './views/work/drop-anywhere.ts';

startTheme();
listenToKeys();
listenToDrops();
void start();
render(<Page views={VIEW_PARTS} />, document.getElementById('desk')!);
