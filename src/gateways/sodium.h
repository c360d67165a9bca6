#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace doorstep::gateways {

/// Starts libsodium once; throws GatewayError when it cannot.
void need_sodium();
std::string random_bytes(std::size_t count);
/// URL-safe, without padding.
std::string base64_url(std::string_view bytes);
std::optional<std::string> from_base64_url(std::string_view text);

}  // namespace doorstep::gateways
