#include "http/multipart.h"

#include <gtest/gtest.h>

namespace doorstep::http {
namespace {

struct Part {
    PartHeader header;
    std::string data;
    bool ended = false;
};

class Collector : public MultipartParser::Sink {
  public:
    bool part_begins(PartHeader const& header) override {
        parts.push_back({header, "", false});
        return true;
    }
    bool part_data(std::string_view data) override {
        parts.back().data += data;
        return parts.back().data.size() <= refuse_above;
    }
    bool part_ends() override {
        parts.back().ended = true;
        return true;
    }
    std::vector<Part> parts;
    std::size_t refuse_above = SIZE_MAX;
};

struct Result {
    std::vector<Part> parts;
    MultipartProblem problem;
};

Result parse(std::string_view body, std::size_t piece = SIZE_MAX, MultipartParser::Limits limits = {}) {
    Collector collector;
    MultipartParser parser("AaB03x", collector, limits);
    while (!body.empty()) {
        auto const size = std::min(piece, body.size());
        // A copy of its own, so that a sanitizer sees every read beyond the piece.
        std::string const bytes(body.substr(0, size));
        if (!parser.feed(bytes)) break;
        body.remove_prefix(size);
    }
    parser.finish();
    return {collector.parts, parser.problem()};
}

std::string part(std::string const& headers, std::string const& data) {
    return "--AaB03x\r\n" + headers + "\r\n\r\n" + data + "\r\n";
}
std::string field(std::string const& name, std::string const& data) {
    return part("Content-Disposition: form-data; name=\"" + name + "\"", data);
}
std::string const end = "--AaB03x--\r\n";

TEST(Multipart, reads_fields_and_files_whatever_the_pieces) {
    std::string const data = "bytes \r\n--AaB03 \r\r\n\r\n-\r\n--\r\n--AaB03y\r not a boundary\r\n";
    std::string const body = field("name", "Ann") + field("empty", "") +
                             part(
                                 "Content-Disposition: form-data; name=\"photo\"; filename=\"a b.jpg\"\r\n"
                                 "content-TYPE: image/jpeg",
                                 data) +
                             end;
    for (std::size_t piece = 1; piece <= body.size(); ++piece) {
        auto const result = parse(body, piece);
        ASSERT_EQ(result.problem, MultipartProblem::none) << piece;
        ASSERT_EQ(result.parts.size(), 3u);
        EXPECT_EQ(result.parts[0].header.name, "name");
        EXPECT_EQ(result.parts[0].header.filename, std::nullopt);
        EXPECT_EQ(result.parts[0].data, "Ann");
        EXPECT_EQ(result.parts[1].data, "");
        EXPECT_EQ(result.parts[2].header.filename, "a b.jpg");
        EXPECT_EQ(result.parts[2].header.content_type, "image/jpeg");
        EXPECT_EQ(result.parts[2].data, data) << piece;
        for (auto const& each : result.parts) EXPECT_TRUE(each.ended);
    }
}

TEST(Multipart, a_form_without_fields_is_the_closing_boundary) {
    EXPECT_EQ(parse(end).problem, MultipartProblem::none);
    EXPECT_EQ(parse("--AaB03x--").problem, MultipartProblem::none);
}

TEST(Multipart, refuses_bodies_that_two_readers_could_read_differently) {
    struct Case {
        char const* why;
        std::string body;
        MultipartProblem problem;
    };
    for (auto const& [why, body, problem] : {
             Case{"nothing", "", MultipartProblem::cut_short},
             Case{"preamble", "hello\r\n" + field("a", "1") + end, MultipartProblem::boundary},
             Case{"another boundary", "--other\r\n\r\n", MultipartProblem::boundary},
             Case{"a longer boundary", field("a", "x\r\n--AaB03xyz") + end, MultipartProblem::boundary},
             Case{"padding after the boundary", "--AaB03x \r\n", MultipartProblem::boundary},
             Case{"line feed alone after the boundary", "--AaB03x\n", MultipartProblem::boundary},
             Case{"epilogue", end + "more", MultipartProblem::boundary},
             Case{"two closing line ends", end + "\r\n", MultipartProblem::boundary},
             Case{"one dash", "--AaB03x-\r\n", MultipartProblem::boundary},
             Case{"cut in a header", "--AaB03x\r\nContent-Disp", MultipartProblem::cut_short},
             Case{"cut in data", "--AaB03x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhalf",
                  MultipartProblem::cut_short},
             Case{"cut before the closing boundary", field("a", "1"), MultipartProblem::cut_short},
             Case{"folded header", part("Content-Disposition: form-data;\r\n name=\"a\"", ""),
                  MultipartProblem::header},
             Case{"line feed alone in a header", part("Content-Disposition: form-data; name=\"a\"\nX: y", ""),
                  MultipartProblem::header},
             Case{"NUL in a header",
                  part(std::string("Content-Disposition: form-data; name=\"a\0b\"", 40), ""),
                  MultipartProblem::header},
             Case{"no disposition", part("Content-Type: text/plain", ""), MultipartProblem::header},
             Case{"no name", part("Content-Disposition: form-data; filename=\"x\"", ""),
                  MultipartProblem::header},
             Case{"two names", part("Content-Disposition: form-data; name=\"a\"; name=\"b\"", ""),
                  MultipartProblem::header},
             Case{"two dispositions",
                  part("Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; "
                       "name=\"b\"",
                       ""),
                  MultipartProblem::header},
             Case{"quotation mark missing", part("Content-Disposition: form-data; name=\"a", ""),
                  MultipartProblem::header},
             Case{"attachment", part("Content-Disposition: attachment; name=\"a\"", ""),
                  MultipartProblem::header},
             Case{"space before the colon", part("Content-Disposition : form-data; name=\"a\"", ""),
                  MultipartProblem::header},
             Case{"base64",
                  part("Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64", ""),
                  MultipartProblem::header},
         })
        for (std::size_t piece : {std::size_t{1}, std::size_t{7}, SIZE_MAX})
            EXPECT_EQ(parse(body, piece).problem, problem) << why << " in pieces of " << piece;
}

TEST(Multipart, keeps_its_limits) {
    EXPECT_EQ(
        parse(field("a", "1") + field("b", "2") + field("c", "3") + end, SIZE_MAX, {.parts = 2}).problem,
        MultipartProblem::too_many_parts);
    EXPECT_EQ(parse(field(std::string(9000, 'n'), "1") + end).problem, MultipartProblem::header_too_big);
    std::string many_headers = "Content-Disposition: form-data; name=\"a\"";
    for (int i = 0; i < 2000; ++i) many_headers += "\r\nX: y";
    EXPECT_EQ(parse(part(many_headers, "") + end).problem, MultipartProblem::header_too_big);
}

TEST(Multipart, stops_for_good_when_the_sink_refuses) {
    Collector collector;
    collector.refuse_above = 3;
    MultipartParser parser("AaB03x", collector);
    EXPECT_FALSE(parser.feed(field("a", "12345") + field("b", "x") + end));
    EXPECT_EQ(parser.problem(), MultipartProblem::refused_by_sink);
    EXPECT_FALSE(parser.feed(field("c", "x")));
    EXPECT_FALSE(parser.finish());
    EXPECT_EQ(collector.parts.size(), 1u);
}

TEST(Multipart, understands_names_as_browsers_and_libraries_write_them) {
    struct Case {
        char const* disposition;
        char const* name;
        std::optional<std::string> filename;
    };
    for (auto const& [disposition, name, filename] : {
             Case{"form-data; name=a", "a", std::nullopt},
             Case{"FORM-DATA;NAME=\"a\";", "a", std::nullopt},
             Case{"form-data; name=\"a%22b%0D%0Ac%20\"", "a\"bc%20", std::nullopt},
             Case{"form-data; name=\"a\\\"b\"", "a\"b", std::nullopt},
             Case{"form-data; name=\"a\"; filename=\"\"", "a", ""},
             Case{"form-data; name=\"a\"; filename=\"C:\\photos\\x.jpg\"", "a", "x.jpg"},
             Case{"form-data; name=\"a\"; filename=\"../../etc/passwd\"", "a", "passwd"},
             Case{"form-data; name=\"a\"; filename=\"llŷr.jpg\"; filename*=UTF-8''other.jpg", "a",
                  "llŷr.jpg"},
             Case{"form-data; name=\"a\"; filename*=utf-8'cy'%c5%b5yn%2f..%2fx.jpg", "a", "x.jpg"},
             Case{"form-data; name=\"a\"; filename*=latin1''x.jpg", "a", ""},
             Case{"form-data; name=\"a\"; other=\"; filename=x\"", "a", std::nullopt},
         }) {
        auto const result = parse(part(std::string("Content-Disposition: ") + disposition, "1") + end);
        ASSERT_EQ(result.problem, MultipartProblem::none) << disposition;
        EXPECT_EQ(result.parts.at(0).header.name, name) << disposition;
        EXPECT_EQ(result.parts.at(0).header.filename, filename) << disposition;
    }
}

TEST(CleanFilename, keeps_only_what_is_safe_to_show) {
    EXPECT_EQ(clean_filename("report.pdf"), "report.pdf");
    EXPECT_EQ(clean_filename("/var/x/../report.pdf"), "report.pdf");
    EXPECT_EQ(clean_filename(".."), "");
    EXPECT_EQ(clean_filename("C:\\"), "");
    EXPECT_EQ(clean_filename("  a.txt. . "), "a.txt");
    EXPECT_EQ(clean_filename("a\r\nb\x01.txt"), "ab.txt");
    EXPECT_EQ(clean_filename("\xE2\x80\xAEgpj.exe"), "gpj.exe");
    EXPECT_EQ(clean_filename("a\xFF.txt"), "a\xEF\xBF\xBD.txt");
    auto const long_name = clean_filename(std::string(300, 'a') + "ŵŵŵ.jpeg");
    EXPECT_LE(long_name.size(), 200u);
    EXPECT_TRUE(long_name.ends_with("aaa.jpeg"));
    std::string welsh;
    for (int i = 0; i < 150; ++i) welsh += "ŵ";
    EXPECT_LE(clean_filename(welsh).size(), 200u);
    EXPECT_TRUE(clean_filename(welsh).ends_with("ŵ"));
}

TEST(MultipartBoundary, is_taken_only_from_a_sound_content_type) {
    EXPECT_EQ(multipart_boundary("multipart/form-data; boundary=AaB03x"), "AaB03x");
    EXPECT_EQ(multipart_boundary("Multipart/Form-Data; charset=utf-8; boundary=\"a b:c\""), "a b:c");
    for (auto const& type :
         {std::string("multipart/form-data"), std::string("multipart/mixed; boundary=a"),
          std::string("multipart/form-data; boundary="), std::string("multipart/form-data; boundary=\"\""),
          std::string("multipart/form-data; boundary=a; boundary=b"),
          std::string("multipart/form-data; boundary=\"a "),
          std::string("multipart/form-data; boundary=\"a \""),
          std::string("multipart/form-data; boundary=\"a\rb\""),
          "multipart/form-data; boundary=" + std::string(71, 'a')})
        EXPECT_EQ(multipart_boundary(type), std::nullopt) << type;
}

}  // namespace
}  // namespace doorstep::http
