#pragma once

#include <stdexcept>
#include <string>

namespace doorstep {

/// What a caller should do about a failure of the environment.
enum class FailureKind {
    retry,          ///< busy, or lost a race: the same call may succeed at once
    unavailable,    ///< database or disk away for now: answer 503, keep trying
    full,           ///< no space left
    corrupt,        ///< stored data is damaged: stop writing
    refused,        ///< not permitted by the operating system, read-only folder
    wrong_version,  ///< the data is newer or older than this program can use
    bug,            ///< our own mistake, such as bad SQL
};

/// The environment failed: database gone, disk full, mail down. Caught at the web edge, the CLI's main and
/// the job runner, nowhere else.
class Failure : public std::runtime_error {
  public:
    Failure(FailureKind kind, std::string const& what) : std::runtime_error(what), kind_(kind) {}
    FailureKind kind() const { return kind_; }

  private:
    FailureKind kind_;
};

class StorageError : public Failure {
  public:
    using Failure::Failure;
};

class GatewayError : public Failure {
  public:
    using Failure::Failure;
};

}  // namespace doorstep
