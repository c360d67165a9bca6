#include "gateways/web_post.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <mutex>

#include "base/failure.h"

namespace doorstep::gateways {
namespace {

constexpr long post_seconds = 15;
constexpr long connect_seconds = 5;
constexpr std::size_t most_read = 64 * 1024;

/// An address as sixteen bytes; IPv4 in its place inside IPv6 (RFC 4291, 2.5.5.2).
using Bytes = std::array<unsigned char, 16>;
struct Network {
    Bytes bytes{};
    int bits = 128;
};

std::optional<Bytes> bytes_of(sockaddr const& address) {
    Bytes bytes{};
    if (address.sa_family == AF_INET) {
        bytes[10] = bytes[11] = 0xFF;
        std::memcpy(&bytes[12], &reinterpret_cast<sockaddr_in const&>(address).sin_addr, 4);
        return bytes;
    }
    if (address.sa_family != AF_INET6) return std::nullopt;
    std::memcpy(bytes.data(), &reinterpret_cast<sockaddr_in6 const&>(address).sin6_addr, bytes.size());
    return bytes;
}

std::optional<Network> network_of(std::string const& text) {
    auto const slash = text.find('/');
    auto const host = text.substr(0, slash);
    Network network;
    int offset = 0;
    in_addr four{};
    if (inet_pton(AF_INET, host.c_str(), &four) == 1) {
        network.bytes[10] = network.bytes[11] = 0xFF;
        std::memcpy(&network.bytes[12], &four, 4);
        offset = 96;
    } else if (inet_pton(AF_INET6, host.c_str(), network.bytes.data()) != 1) {
        return std::nullopt;
    }
    if (slash == std::string::npos) return network;
    int const bits = std::atoi(text.c_str() + slash + 1);
    if (bits < 0 || bits + offset > 128) return std::nullopt;
    network.bits = bits + offset;
    return network;
}

bool holds(Network const& network, Bytes const& bytes) {
    for (int bit = 0; bit < network.bits; ++bit) {
        auto const place = static_cast<std::size_t>(bit / 8);
        auto const mask = static_cast<unsigned char>(0x80 >> (bit % 8));
        if ((network.bytes[place] & mask) != (bytes[place] & mask)) return false;
    }
    return true;
}

std::vector<std::string> const& internal_networks() {
    static std::vector<std::string> const networks{
        "0.0.0.0/8",     "10.0.0.0/8",      "100.64.0.0/10",  "127.0.0.0/8",    "169.254.0.0/16",
        "172.16.0.0/12", "192.0.0.0/24",    "192.0.2.0/24",   "192.88.99.0/24", "192.168.0.0/16",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4",    "240.0.0.0/4",
        "::/128",        "::1/128",         "::/96",          "64:ff9b::/96",   "64:ff9b:1::/48",
        "100::/64",      "2001::/23",       "2001:db8::/32",  "2002::/16",      "fc00::/7",
        "fe80::/10",     "ff00::/8"};
    return networks;
}

struct EndCurl {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct EndHeaders {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

struct Door {
    std::vector<std::string> const& allowed;
    bool was_shut = false;
};

/// Asked for each address a name resolves to, just before connecting to it.
curl_socket_t open_socket(void* door_pointer, curlsocktype, curl_sockaddr* address) {
    auto& door = *static_cast<Door*>(door_pointer);
    if (is_internal_address(address->addr) && !is_among(door.allowed, address->addr)) {
        door.was_shut = true;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/// What is answered is not looked at; somebody who sends without end is hung up on.
std::size_t take_nothing(char*, std::size_t size, std::size_t count, void* seen_pointer) {
    auto& seen = *static_cast<std::size_t*>(seen_pointer);
    seen += size * count;
    return seen > most_read ? 0 : size * count;
}

}  // namespace

bool is_among(std::vector<std::string> const& networks, sockaddr const& address) {
    auto const bytes = bytes_of(address);
    return bytes && std::any_of(networks.begin(), networks.end(), [&](std::string const& text) {
               auto const network = network_of(text);
               return network && holds(*network, *bytes);
           });
}

bool is_internal_address(sockaddr const& address) {
    return !bytes_of(address) || is_among(internal_networks(), address);
}

WebAnswer CurlPoster::post(WebPost const& post) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    std::unique_ptr<CURL, EndCurl> const handle(curl_easy_init());
    if (!handle) throw GatewayError(FailureKind::unavailable, "libcurl cannot start");
    std::unique_ptr<curl_slist, EndHeaders> headers;
    auto const add_header = [&](std::string const& line) {
        headers.reset(curl_slist_append(headers.release(), line.c_str()));
    };
    add_header("Content-Type: application/json");
    add_header("Expect:");
    for (auto const& [name, value] : post.headers) add_header(name + ": " + value);

    Door door{.allowed = allowed_};
    std::size_t seen = 0;
    auto* curl = handle.get();
    curl_easy_setopt(curl, CURLOPT_URL, post.address.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connect_seconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, post_seconds);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "Doorstep");
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, post.body.data());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(post.body.size()));
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &door);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_nothing);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &seen);
    auto const code = curl_easy_perform(curl);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    WebAnswer answer;
    if (status > 0) answer.status = static_cast<int>(status);
    if (answer.was_taken()) return answer;
    if (door.was_shut)
        answer.problem = "The address is inside this network, and not among those that are allowed";
    else if (status > 0)
        answer.problem = "Answered " + std::to_string(status);
    else
        answer.problem = curl_easy_strerror(code);
    return answer;
}

}  // namespace doorstep::gateways
