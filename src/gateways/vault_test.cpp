#include "gateways/vault.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/text.h"
#include "gateways/secrets.h"

namespace doorstep::gateways {
namespace {

class VaultTest : public ::testing::Test {
  protected:
    VaultTest()
        : folder_(std::filesystem::temp_directory_path() / ("doorstep-vault-" + random_token())),
          vault_(folder_) {}
    ~VaultTest() override { std::filesystem::remove_all(folder_); }

    std::filesystem::path upload(std::string const& bytes) {
        auto const path = vault_.upload_folder() / random_token();
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    Expected<StoredFile> take(std::string const& bytes, std::string_view name) {
        return vault_.take(upload(bytes), text::sha256_hex(bytes), name);
    }

    std::filesystem::path folder_;
    FolderVault vault_;
};

std::string const small_png{"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\6\0\0\0\x1f\x15\xc4\x89", 33};

TEST_F(VaultTest, keeps_a_file_under_its_hash_with_the_type_of_its_content) {
    auto const stored = take(small_png, "holiday.exe");
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->content_type, "image/png");
    EXPECT_EQ(stored->size, small_png.size());
    EXPECT_TRUE(vault_.is_whole(stored->sha256));
}

TEST_F(VaultTest, keeps_the_same_content_once) {
    auto const first = take(small_png, "a.png");
    auto const second = take(small_png, "b.png");
    EXPECT_EQ(vault_.path_of(first->sha256), vault_.path_of(second->sha256));
    EXPECT_TRUE(std::filesystem::is_empty(vault_.upload_folder()));
}

TEST_F(VaultTest, refuses_a_page_that_calls_itself_a_photo) {
    auto const stored = take("<!DOCTYPE html><html><script>alert(1)</script></html>", "photo.jpg");
    ASSERT_FALSE(stored);
    EXPECT_EQ(stored.error().code(), "file-not-taken");
    EXPECT_NE(stored.error().message().find("photo.jpg"), std::string::npos);
}

TEST_F(VaultTest, refuses_a_program_and_an_empty_file) {
    EXPECT_FALSE(take(std::string("\x7f"
                                  "ELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0\x3e\0\1\0\0\0",
                                  24),
                      "run"));
    EXPECT_FALSE(take("#!/bin/sh\nrm -rf /\n", "notes.txt"));
    auto const empty = take("", "nothing.jpg");
    ASSERT_FALSE(empty);
    EXPECT_EQ(empty.error().message(), "nothing.jpg is empty");
}

TEST_F(VaultTest, notices_content_that_was_changed) {
    auto const stored = take(small_png, "a.png");
    auto const path = vault_.path_of(stored->sha256);
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    std::ofstream(path, std::ios::binary | std::ios::app) << "x";
    EXPECT_FALSE(vault_.is_whole(stored->sha256));
}

TEST_F(VaultTest, forgets_only_content_that_nobody_sent_lately) {
    auto const hash = take(small_png, "a.png")->sha256;
    EXPECT_FALSE(vault_.forget(hash, Instant()));
    EXPECT_TRUE(vault_.has(hash));
    auto const far_ahead = Instant::from_milliseconds(std::int64_t{1} << 45);
    EXPECT_TRUE(vault_.forget(hash, far_ahead));
    EXPECT_FALSE(vault_.has(hash));
    EXPECT_TRUE(vault_.forget(hash, far_ahead));
}

TEST_F(VaultTest, finds_nothing_for_what_is_no_hash) { EXPECT_FALSE(vault_.has("../../etc/passwd")); }

TEST_F(VaultTest, keeps_new_files_waiting_for_a_scanner_where_there_is_one) {
    FolderVault screened(folder_, NewFiles::wait_for_scanner);
    auto const before = take(small_png, "a.png");
    EXPECT_EQ(screened.screening(before->sha256), Screening::passed) << "it came before the scanner";
    auto const other = small_png + "other";
    auto const stored = screened.take(upload(other), text::sha256_hex(other), "b.png");
    ASSERT_TRUE(stored);
    EXPECT_EQ(screened.screening(stored->sha256), Screening::waiting);
    EXPECT_EQ(screened.waiting(10), std::vector{stored->sha256});
    EXPECT_EQ(vault_.screening(stored->sha256), Screening::waiting) << "also once no scanner is set up";
    screened.pass(stored->sha256);
    EXPECT_EQ(screened.screening(stored->sha256), Screening::passed);
    EXPECT_TRUE(screened.is_whole(stored->sha256));
}

TEST_F(VaultTest, keeps_what_is_bad_apart_however_often_it_is_sent) {
    FolderVault screened(folder_, NewFiles::wait_for_scanner);
    auto const hash = text::sha256_hex(small_png);
    ASSERT_TRUE(screened.take(upload(small_png), hash, "a.png"));
    screened.set_apart(hash, "Test.Virus");
    EXPECT_EQ(screened.screening(hash), Screening::apart);
    EXPECT_FALSE(screened.has(hash));
    EXPECT_TRUE(screened.waiting(10).empty());
    ASSERT_TRUE(screened.take(upload(small_png), hash, "again.png"));
    EXPECT_EQ(screened.screening(hash), Screening::apart);
    EXPECT_FALSE(screened.has(hash));
    EXPECT_TRUE(std::filesystem::is_empty(screened.upload_folder()));
}

}  // namespace
}  // namespace doorstep::gateways
