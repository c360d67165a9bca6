#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <sys/stat.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "base/text.h"
#include "web_server/process_memory.h"
#include "web_server/raw_client.h"
#include "web_server/small_application.h"

namespace doorstep::web {
namespace {

using namespace std::chrono_literals;

std::string const type = "multipart/form-data; boundary=b";
std::string const end = "--b--\r\n";

std::string field(std::string const& name, std::string const& value) {
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}
std::string file_start(std::string const& name, std::string const& filename) {
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + filename +
           "\"\r\nContent-Type: image/jpeg\r\n\r\n";
}
std::string file(std::string const& name, std::string const& filename, std::string const& content) {
    return file_start(name, filename) + content + "\r\n";
}

/// Temporary files are removed by a worker, a moment after the answer.
bool becomes_empty(std::filesystem::path const& folder) {
    for (int i = 0; i < 2000; ++i) {
        if (std::filesystem::is_empty(folder)) return true;
        std::this_thread::sleep_for(1ms);
    }
    return false;
}

class Uploads : public testing::Test {
  protected:
    std::filesystem::path uploads() const { return running_.folder().path() / "uploads"; }
    std::optional<RawResponse> upload(std::string const& body, std::string_view path = "/upload") {
        return ask(running_.port(), post(path, type, body));
    }
    RunningServer running_{[this](ServerOptions& options, SmallApplication& application) {
        options.upload_file_limit = 3;
        options.upload_field_limit = 1000;
        application.answer("/keep", {http::Body::upload, 1'000'000}, [this](http::Request& request) {
            struct stat status {};
            stat(request.files.at(0).path.c_str(), &status);
            mode_ = status.st_mode & 0777;
            std::filesystem::rename(request.files.at(0).path, running_.folder().path() / "kept");
            return http::text(200, "kept");
        });
    }};
    std::atomic<unsigned> mode_{0};
};

TEST_F(Uploads, streams_files_to_disk_and_hashes_them) {
    std::string const content = "bytes \r\n--b not a boundary? it is data\r\n-";
    auto const response = upload(field("name", "Ann") +
                                 file("photo", "C:\\fakepath\\noise at night.jpg", "x\r\n--c" + content) +
                                 file("other", "", "") + field("note", "Llŷr") + end);
    // The content above holds CR LF "--b", which ends the part: nothing may be guessed about what was meant.
    EXPECT_EQ(response->status, 400);

    auto const good =
        upload(field("name", "Ann") + file("photo", "C:\\fakepath\\noise at night.jpg", "some bytes\r\n--c") +
               file("other", "", "") + field("note", "Llŷr") + end);
    ASSERT_EQ(good->status, 200);
    EXPECT_NE(good->body.find("form=name=Ann;note=Llŷr;\n"), std::string::npos);
    EXPECT_NE(good->body.find("file=photo|noise at night.jpg|image/jpeg|15|" +
                              text::sha256_hex("some bytes\r\n--c") + "\n"),
              std::string::npos);
    EXPECT_EQ(good->body.find("file=other"), std::string::npos);
    EXPECT_TRUE(becomes_empty(uploads()));
}

TEST_F(Uploads, files_are_private_and_stay_when_moved_away) {
    EXPECT_EQ(
        upload(file("photo", "a.jpg", "kept bytes") + file("second", "b.jpg", "not kept") + end, "/keep")
            ->body,
        "kept");
    EXPECT_EQ(mode_, 0600u);
    std::ifstream kept(running_.folder().path() / "kept");
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(kept), {}), "kept bytes");
    EXPECT_TRUE(becomes_empty(uploads()));
}

TEST_F(Uploads, keep_an_empty_file_that_has_a_name) {
    auto const response = upload(file("photo", "empty.jpg", "") + end);
    EXPECT_NE(response->body.find("file=photo|empty.jpg|image/jpeg|0|" + text::sha256_hex("")),
              std::string::npos);
}

TEST_F(Uploads, show_only_the_last_component_of_a_name) {
    for (auto const& [sent, shown] :
         {std::pair{"../../../etc/passwd", "passwd"}, std::pair{"/etc/cron.d/x", "x"},
          std::pair{"..\\..\\evil.exe", "evil.exe"}, std::pair{"a%00.jpg", "a%00.jpg"}, std::pair{"..", ""},
          std::pair{"\xE2\x80\xAEgpj.exe", "gpj.exe"}}) {
        auto const response = upload(file("photo", sent, "x") + end);
        ASSERT_EQ(response->status, 200) << sent;
        EXPECT_NE(response->body.find("file=photo|" + std::string(shown) + "|image/jpeg|1|"),
                  std::string::npos)
            << sent;
    }
    EXPECT_TRUE(becomes_empty(uploads()));
}

TEST_F(Uploads, keep_their_limits) {
    std::string four_files;
    for (int i = 0; i < 4; ++i) four_files += file("photo", "a.jpg", "x");
    EXPECT_EQ(upload(four_files + end)->status, 413);
    EXPECT_EQ(upload(field("a", std::string(999, 'x')) + end)->status, 200);
    EXPECT_EQ(upload(field("a", std::string(1000, 'x')) + end)->status, 413);
    EXPECT_EQ(upload(field("a", std::string(600, 'x')) + field("b", std::string(600, 'x')) + end)->status,
              413);
    EXPECT_EQ(upload(file("photo", "a.jpg", std::string(4096, 'x')) + end, "/small-upload")->status, 413);
    std::string many_parts;
    for (int i = 0; i < 1001; ++i) many_parts += field("", "");
    EXPECT_EQ(upload(many_parts + end)->status, 413);
    EXPECT_EQ(upload("--b\r\nContent-Disposition: form-data; name=\"a\"\r\nX: " + std::string(9000, 'x') +
                     "\r\n\r\n")
                  ->status,
              400);
    EXPECT_TRUE(becomes_empty(uploads()));
}

TEST_F(Uploads, refuse_bodies_that_lie_about_their_boundary) {
    auto const photo = file("photo", "a.jpg", "some bytes");
    for (auto const& body :
         {std::string("--c\r\n\r\n--c--\r\n"), photo, photo + "--b-", photo + "--bb--\r\n",
          "preamble\r\n" + photo + end, photo + end + photo, std::string("no boundary at all")})
        EXPECT_EQ(upload(body)->status, 400) << body;
    EXPECT_TRUE(becomes_empty(uploads()));
}

TEST_F(Uploads, that_cannot_be_stored_are_answered_503) {
    std::filesystem::remove(uploads());
    auto const response = upload(file("photo", "a.jpg", "x") + end);
    ASSERT_TRUE(response);
    EXPECT_EQ(response->status, 503);
    std::filesystem::create_directory(uploads());
    EXPECT_EQ(upload(file("photo", "a.jpg", "x") + end)->status, 200);
}

TEST_F(Uploads, leave_nothing_behind_when_the_client_goes_away) {
    {
        RawClient client(running_.port());
        client.send("POST /upload HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type +
                    "\r\nContent-Length: 500000\r\n\r\n");
        client.send(file_start("photo", "a.jpg") + std::string(200'000, 'x'));
        while (std::filesystem::is_empty(uploads())) std::this_thread::sleep_for(1ms);
    }
    EXPECT_TRUE(becomes_empty(uploads()));
}

TEST_F(Uploads, of_a_killed_program_are_removed_at_the_next_start_once_old) {
    TemporaryFolder folder;
    auto const options = test_options(folder);
    std::filesystem::create_directories(options.upload_folder);
    auto const old_file = options.upload_folder / "upload-old";
    auto const new_file = options.upload_folder / "upload-new";
    auto const other_file = options.upload_folder / "other";
    for (auto const& path : {old_file, new_file, other_file}) std::ofstream(path) << "x";
    auto const two_days_ago = std::filesystem::last_write_time(new_file) - 48h;
    std::filesystem::last_write_time(old_file, two_days_ago);
    std::filesystem::last_write_time(other_file, two_days_ago);
    SmallApplication application;
    Server server(options, application);
    server.start();
    EXPECT_FALSE(std::filesystem::exists(old_file));
    EXPECT_TRUE(std::filesystem::exists(new_file));
    EXPECT_TRUE(std::filesystem::exists(other_file));
}

constexpr std::uint64_t piece_size = 1024 * 1024;
constexpr int pieces = 200;

std::string hexadecimal_sha256_of_pieces(std::string const& piece) {
    std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> const context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
    for (int i = 0; i < pieces; ++i) EVP_DigestUpdate(context.get(), piece.data(), piece.size());
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    EVP_DigestFinal_ex(context.get(), digest.data(), &length);
    return text::hex({reinterpret_cast<char const*>(digest.data()), length});
}

std::string send_200_megabytes(std::uint16_t port, std::string const& piece) {
    RawClient client(port);
    auto const start = file_start("recording", "long.webm");
    auto const length = start.size() + pieces * piece_size + 2 + end.size();
    client.send("POST /upload HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type +
                "\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n" + start);
    for (int i = 0; i < pieces; ++i) client.send(piece);
    client.send("\r\n" + end);
    auto const response = client.receive();
    return response ? response->body : "";
}

TEST_F(Uploads, of_200_megabytes_eight_at_once_take_little_memory) {
    std::string piece(piece_size, '\0');
    for (std::size_t i = 0; i < piece.size(); ++i) piece[i] = static_cast<char>((i * 2654435761u) >> 13);
    auto const expected =
        "|" + std::to_string(pieces * piece_size) + "|" + hexadecimal_sha256_of_pieces(piece);
    [[maybe_unused]] auto const before = reset_peak_memory();
    EXPECT_NE(send_200_megabytes(running_.port(), piece).find(expected), std::string::npos);

    std::atomic<int> right{0};
    std::vector<std::jthread> clients;
    for (int i = 0; i < 8; ++i)
        clients.emplace_back(
            [&] { right += send_200_megabytes(running_.port(), piece).find(expected) != std::string::npos; });
    // Others are served meanwhile.
    while (running_.server().counts().open_connections < 8) std::this_thread::sleep_for(1ms);
    EXPECT_EQ(ask(running_.port(), get("/"))->body, "hello");
    clients.clear();
    EXPECT_EQ(right, 8);
#ifndef __SANITIZE_ADDRESS__  // which keeps freed memory for a while
    EXPECT_LT(peak_memory() - before, 40u * 1024 * 1024);
#endif
    EXPECT_TRUE(becomes_empty(uploads()));
}

}  // namespace
}  // namespace doorstep::web
