// SPDX-License-Identifier: Apache-2.0
#ifndef EMWALK_CLIBEDIT_SHIM_H
#define EMWALK_CLIBEDIT_SHIM_H

#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

// Swift cannot call el_set, el_get and history, which take varying arguments, and knows nothing of stdin, a macro.

/// Makes the library read and write UTF-8: it decides by the locale of the process, which a C program has not set yet.
static inline void emwalk_el_use_utf8(void) {
    setlocale(LC_CTYPE, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return;
    if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) setlocale(LC_CTYPE, "en_US.UTF-8");
}

static inline void emwalk_el_suspend(void) { kill(0, SIGTSTP); }

static inline EditLine *emwalk_el_init(const char *program) { return el_init(program, stdin, stdout, stderr); }

static inline void emwalk_el_print(const char *text) {
    fputs(text, stdout);
    fflush(stdout);
}

/// What stands between two bytes 1 in a prompt takes no column: colours.
static inline int emwalk_el_set_prompt(EditLine *el, char *(*prompt)(EditLine *)) {
    return el_set(el, EL_PROMPT_ESC, prompt, '\1');
}

static inline int emwalk_el_set_editor(EditLine *el, const char *name) { return el_set(el, EL_EDITOR, name); }

/// Lets the library put the terminal right on signals, and notice when it changes its size.
static inline int emwalk_el_set_signal(EditLine *el, int isOn) { return el_set(el, EL_SIGNAL, isOn); }

/// Changes the terminal while a line is edited, as the command `setty` of editrc(5) does.
static inline int emwalk_el_set_tty(EditLine *el, const char *setting) {
    return el_set(el, EL_SETTY, "-d", setting, (char *)NULL);
}

static inline int emwalk_el_add(
    EditLine *el, const char *name, const char *help, unsigned char (*function)(EditLine *, int)) {
    return el_set(el, EL_ADDFN, name, help, function);
}

static inline int emwalk_el_bind(EditLine *el, const char *key, const char *command) {
    return el_set(el, EL_BIND, key, command, (char *)NULL);
}

static inline int emwalk_el_set_data(EditLine *el, void *data) { return el_set(el, EL_CLIENTDATA, data); }

static inline void *emwalk_el_data(EditLine *el) {
    void *data = NULL;
    return el_get(el, EL_CLIENTDATA, &data) == 0 ? data : NULL;
}

static inline int emwalk_el_set_history(EditLine *el, History *lines) { return el_set(el, EL_HIST, history, lines); }

static inline int emwalk_history_set_size(History *lines, int size) {
    HistEvent event;
    return history(lines, &event, H_SETSIZE, size) < 0 || history(lines, &event, H_SETUNIQUE, 1) < 0;
}

static inline int emwalk_history_enter(History *lines, const char *line) {
    HistEvent event;
    return history(lines, &event, H_ENTER, line);
}

#endif
