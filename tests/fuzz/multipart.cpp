#include "http/multipart.h"

#include <algorithm>
#include <vector>

#include "fuzz/targets.h"
#include "http/decode.h"

namespace doorstep::fuzz {
namespace {

/// What a parser called, written down as text.
class Recorder : public http::MultipartParser::Sink {
  public:
    bool part_begins(http::PartHeader const& header) override {
        expect(!inside_, "a part begins only after the last one ended");
        inside_ = true;
        expect(http::is_clean_utf8(header.name), "a name is clean UTF-8");
        if (header.filename) {
            expect(header.filename->find_first_of("/\\") == std::string::npos, "a filename has no separator");
            expect(*header.filename != "." && *header.filename != "..", "a filename is no folder");
            expect(http::is_clean_utf8(*header.filename) && header.filename->size() <= 200,
                   "a filename is safe to show");
        }
        calls_ += "begin " + header.name + "|" + header.filename.value_or("(none)") + "|" +
                  header.content_type + "\n";
        return true;
    }
    bool part_data(std::string_view data) override {
        expect(inside_ && !data.empty(), "data comes inside a part");
        calls_ += data;
        return true;
    }
    bool part_ends() override {
        expect(inside_, "only a part that began ends");
        inside_ = false;
        calls_ += "\nend\n";
        return true;
    }
    std::string const& calls() const { return calls_; }

  private:
    std::string calls_;
    bool inside_ = false;
};

struct Outcome {
    std::string calls;
    http::MultipartProblem problem;
    bool operator==(Outcome const&) const = default;
};

Outcome parse(std::string const& boundary, std::string_view body, std::size_t piece) {
    Recorder recorder;
    http::MultipartParser parser(boundary, recorder, {.parts = 50, .header_bytes = 1024});
    while (!body.empty()) {
        std::string const bytes(body.substr(0, std::min(piece, body.size())));
        parser.feed(bytes);
        body.remove_prefix(bytes.size());
    }
    bool const complete = parser.finish();
    expect(complete == (parser.problem() == http::MultipartProblem::none), "finish says what problem says");
    return {recorder.calls(), parser.problem()};
}

}  // namespace

/// The first line is the boundary, the rest the body: the same must come out whatever the pieces are.
void multipart(std::string_view input) {
    auto const line_end = std::min(input.find('\n'), input.size());
    auto const boundary =
        http::multipart_boundary("multipart/form-data; boundary=" + std::string(input.substr(0, line_end)));
    if (!boundary) return;
    auto const body = input.substr(std::min(line_end + 1, input.size()));
    auto const whole = parse(*boundary, body, SIZE_MAX);
    for (std::size_t const piece : {1, 3, 64})
        expect(parse(*boundary, body, piece) == whole, "pieces make no difference");
}

}  // namespace doorstep::fuzz
