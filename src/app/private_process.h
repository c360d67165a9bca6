#pragma once

/// What keeps this process from telling more than it means to: to other accounts of the machine and in a
/// crash.
namespace doorstep::app {

/// Every file and folder made from now on is for its owner only, whatever the service manager's umask.
void make_files_private();

/// No core dump (they hold passwords, keys and case notes), and nobody but root may read this process's
/// memory and environment (prctl(2), PR_SET_DUMPABLE; setrlimit(2), RLIMIT_CORE).
void keep_memory_private();

}  // namespace doorstep::app
