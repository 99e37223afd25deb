@rem "exec" for the shell that npm uses on Windows, which has none: "npm start" is "exec node ..." everywhere. In sh the
@rem service takes the place of the shell, so that what npm is sent, SIGTERM or Ctrl-C, reaches it; here it is just run.
@%*
