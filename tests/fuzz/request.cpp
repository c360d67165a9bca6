#include "fuzz/targets.h"
#include "http/decode.h"
#include "web/server/head_scanner.h"
#include "web/server/target.h"

namespace doorstep::fuzz {
namespace {

using web::server::HeadScanner;

struct Outcome {
    HeadScanner::Progress progress;
    std::size_t length;
    std::size_t skipped;
    int status;
    bool operator==(Outcome const&) const = default;
};

Outcome scan(std::string_view input, std::size_t piece) {
    HeadScanner scanner({.target = 64, .head = 512, .header_count = 8});
    auto progress = HeadScanner::Progress::more;
    for (std::size_t seen = 0; seen < input.size() && progress == HeadScanner::Progress::more;) {
        seen = std::min(input.size(), seen + piece);
        progress = scanner.scan(input.substr(0, seen));
    }
    return {progress, scanner.length(), scanner.skipped(), scanner.status()};
}

}  // namespace

void request_head(std::string_view input) {
    auto const whole = scan(input, input.size() + 1);
    for (std::size_t const piece : {1, 2, 7})
        expect(scan(input, piece) == whole, "pieces make no difference");
    expect(whole.length <= 513, "no more than the limit is read");
    if (whole.progress != HeadScanner::Progress::complete) return;
    auto const head = input.substr(whole.skipped, whole.length - whole.skipped);
    expect(head.ends_with("\r\n\r\n"), "a head ends with an empty line");
    expect(head.find('\0') == std::string_view::npos, "a head holds no NUL");
    expect(head.find("\r\n ") == std::string_view::npos && head.find("\r\n\t") == std::string_view::npos,
           "no line is folded");
    for (std::size_t i = 0; i < head.size(); ++i)
        if (head[i] == '\n') expect(i > 0 && head[i - 1] == '\r', "no line feed is alone");
}

void target(std::string_view input) {
    auto const parsed = web::server::parse_target(input);
    if (!parsed) return;
    auto const& path = parsed->path;
    expect(path.starts_with('/') && !path.starts_with("//"), "a path is of this site");
    expect(http::is_clean_utf8(path), "a path is clean UTF-8");
    expect((path + "/").find("/../") == std::string::npos && (path + "/").find("/./") == std::string::npos,
           "no dot segments");
    expect(path.find('\\') == std::string::npos && path.find("//") == std::string::npos,
           "no other separators");
    http::Request request;
    request.path = path;
    request.language = parsed->language;
    request.query = parsed->query;
    auto const again = web::server::parse_target(request.target());
    expect(again && again->path == path && again->language == parsed->language,
           "the target of a request leads back to it");
}

}  // namespace doorstep::fuzz
