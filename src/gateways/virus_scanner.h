#pragma once

#include <filesystem>
#include <string>

namespace doorstep::gateways {

/// Looks through a file for what is known to be harmful.
class VirusScanner {
  public:
    virtual ~VirusScanner() = default;
    /// The name of what was found; empty when nothing was. GatewayError (unavailable) when nobody answers,
    /// (refused) when the scanner would not take the file, as when it is larger than it is set up for.
    virtual std::string scan(std::filesystem::path const& file) = 0;
};

/// ClamAV's clamd by its INSTREAM command (clamd(8)): the file goes over the connection, so that the scanner
/// may be on another machine and needs no right to our folders. `address` is "host:port", or the path of a
/// socket.
class ClamdScanner final : public VirusScanner {
  public:
    explicit ClamdScanner(std::string address) : address_(std::move(address)) {}
    std::string scan(std::filesystem::path const& file) override;

  private:
    std::string address_;
};

}  // namespace doorstep::gateways
