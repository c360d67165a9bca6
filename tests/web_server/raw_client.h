#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace doorstep::web {

struct RawResponse {
    int status = 0;
    std::map<std::string, std::string> headers;  ///< names in lower case; of several the last
    std::string head;
    std::string body;
};

enum class BodyExpected { by_length, none };

/// A socket that says exactly what it is told, and reads what comes back.
class RawClient {
  public:
    explicit RawClient(std::uint16_t port);
    ~RawClient();
    RawClient(RawClient&& other) noexcept;
    RawClient& operator=(RawClient&&) = delete;

    /// False when the server no longer takes the bytes.
    bool send(std::string_view bytes);
    void finish_sending();
    /// The next response; nothing when the connection ended before it was complete or ten seconds went by.
    std::optional<RawResponse> receive(BodyExpected expected = BodyExpected::by_length);
    /// Whether the server closes, after nothing more than what was received so far.
    bool is_closed_within(std::chrono::milliseconds time);
    int descriptor() const { return descriptor_; }

  private:
    bool receive_some();
    int descriptor_;
    std::string received_;
};

/// Sends the bytes on a connection of its own and gives the first response.
std::optional<RawResponse> ask(std::uint16_t port, std::string_view bytes);
/// Its status, or 0 when there was none.
int status_of(std::uint16_t port, std::string_view bytes);
std::string get(std::string_view target, std::string_view more_headers = "");
std::string post(std::string_view target, std::string_view content_type, std::string_view body);

}  // namespace doorstep::web
