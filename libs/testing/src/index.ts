export { CookieBrowser } from './cookie-browser';
export { eventually } from './eventually';
export { type Inbox, startInbox } from './inbox';
export { type Behaviour } from './inbox-behaviour';
export { testInfrastructure } from './infrastructure';
export { type ReceivedMail, received } from './received-mail';
export { type ServiceProcess, freePort, startServiceProcess, workspaceRoot } from './service-process';
export { type SignIn, type TokenContent, startSignIn, testConsoleClient, testMachineClient } from './sign-in';
export { uniquePrefix } from './unique-prefix';
