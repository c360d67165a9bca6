#include <gtest/gtest.h>

#include <zlib.h>
#include <string>
#include <vector>

#include "support/web/test_browser.h"

/// Files that are something else than they are called, or would become much larger than they are.
namespace doorstep::test {
namespace {

using namespace std::string_literals;
using domain::access::Role;

/// Two hundred megabytes of nothing, in two hundred kilobytes.
std::string gzip_bomb() {
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
    std::string const zeros(1 << 20, '\0');
    std::string packed;
    std::string out(1 << 16, '\0');
    for (int n = 0; n <= 200; ++n) {
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(zeros.data()));
        stream.avail_in = n < 200 ? static_cast<uInt>(zeros.size()) : 0;
        do {
            stream.next_out = reinterpret_cast<Bytef*>(out.data());
            stream.avail_out = static_cast<uInt>(out.size());
            deflate(&stream, n < 200 ? Z_NO_FLUSH : Z_FINISH);
            packed.append(out.data(), out.size() - stream.avail_out);
        } while (stream.avail_out == 0);
    }
    deflateEnd(&stream);
    return packed;
}

/// A zip archive with one entry of this name, not packed.
std::string zip_of(std::string const& name, std::string const& content) {
    auto const number = [](std::uint32_t value, int bytes) {
        std::string text;
        for (int n = 0; n < bytes; ++n) text += static_cast<char>((value >> (8 * n)) & 0xFF);
        return text;
    };
    auto const crc = static_cast<std::uint32_t>(
        crc32(0, reinterpret_cast<Bytef const*>(content.data()), static_cast<uInt>(content.size())));
    auto const sizes = number(crc, 4) + number(static_cast<std::uint32_t>(content.size()), 4) +
                       number(static_cast<std::uint32_t>(content.size()), 4);
    auto const local = "PK\x03\x04\x14\0\0\0\0\0\0\0\0\0"s + sizes +
                       number(static_cast<std::uint32_t>(name.size()), 2) + "\0\0"s + name + content;
    auto const central = "PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0"s + sizes +
                         number(static_cast<std::uint32_t>(name.size()), 2) + std::string(16, '\0') + name;
    return local + central + "PK\x05\x06\0\0\0\0\x01\0\x01\0"s +
           number(static_cast<std::uint32_t>(central.size()), 4) +
           number(static_cast<std::uint32_t>(local.size()), 4) + "\0\0"s;
}

class HostileFiles : public ::testing::Test {
  protected:
    TestSite site;
    TestWeb web{site};
    domain::accounts::Account officer = site.account(Role::asb_officer);
    TestSite::MadeCase made = site.open_case({.owner = officer.id});
    TestBrowser browser{web};
    std::string const address = "/cases/" + made.file.reference + "/evidence/new";

    http::Response send(std::string const& name, std::string const& content) {
        browser.get(address);
        browser.attach("files", name, content);
        http::Pairs fields;
        fields.add("description", "From a neighbour");
        fields.add("side", "reporting");
        return browser.post(address, fields);
    }
};

TEST_F(HostileFiles, are_refused_whatever_they_are_called) {
    browser.sign_in(officer);
    std::vector<std::pair<std::string, std::string>> const hostile{
        {"a page", "<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"},
        {"a page without a head", "<html><img src=x onerror=alert(1)></html>"},
        {"a picture with scripts",
         "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)"
         "</script></svg>"},
        {"XML that reads files",
         "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"},
        {"a shell script", "#!/bin/sh\nrm -rf /\n"},
        {"a program for Linux",
         "\x7f"s + "ELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0\x3e\0\1\0\0\0"s + std::string(200, '\0')},
        {"a program for Windows", "MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0"s + std::string(300, '\0')},
        {"a zip archive", zip_of("../../etc/passwd", "root::0:0")},
        {"a Java archive", zip_of("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n")},
        {"a gzip archive", gzip_bomb()},
        {"a 7z archive", "7z\xbc\xaf\x27\x1c\0\4"s + std::string(60, '\0')},
        {"a rar archive", "Rar!\x1a\x07\0"s + std::string(60, '\0')},
        {"an empty file", ""}};
    for (auto const& [words, content] : hostile)
        for (auto const* name : {"photo.jpg", "letter.pdf", "diary.txt"}) {
            auto const answer = send(name, content);
            EXPECT_EQ(answer.status, 422) << words << " called " << name << ": " << location_of(answer);
        }
    EXPECT_NE(text_of(browser.get("/cases/" + made.file.reference + "/evidence")).find("No evidence yet"),
              std::string::npos);
}

TEST_F(HostileFiles, that_would_unpack_to_much_are_never_unpacked) {
    browser.sign_in(officer);
    // A Word document is a zip archive: this one is kept as it came, to the byte, and given out so.
    auto const document = zip_of("[Content_Types].xml", std::string(4000, ' '));
    auto const answer = send("letter.docx", document);
    EXPECT_TRUE(answer.status == 303 || answer.status == 422);
    // A picture that says it is 65,535 by 65,535 points large is a few bytes here, and is not decoded.
    auto const picture = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xff\xff\0\0\xff\xff\x08\x06\0\0\0"s + "\0\0\0\0"s;
    auto const taken = send("large.png", picture);
    ASSERT_EQ(taken.status, 303) << text_of(taken);
    auto const list = browser.get("/cases/" + made.file.reference + "/evidence").body;
    auto const at = list.find("/cases/" + made.file.reference + "/evidence/0");
    ASSERT_NE(at, std::string::npos);
    auto const page = browser.get(list.substr(at, list.find('"', at) - at)).body;
    auto const link = page.find("\"/files/");
    auto const file = browser.get(page.substr(link + 1, page.find('"', link + 1) - link - 1));
    ASSERT_TRUE(file.file);
    EXPECT_EQ(std::filesystem::file_size(*file.file), picture.size());
}

}  // namespace
}  // namespace doorstep::test
