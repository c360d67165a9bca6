#include "usecases/files/screen_files.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/failure.h"
#include "base/text.h"
#include "gateways/vault.h"
#include "storage/received_files.h"
#include "support/fake_clamd.h"
#include "support/site/test_site.h"
#include "usecases/files/open_file.h"
#include "usecases/files/take_uploads.h"

namespace doorstep::usecases::files {
namespace {

using domain::access::Role;

/// A site whose files wait for a scanner.
class ScreenFiles : public ::testing::Test {
  protected:
    test::TestSite site;
    domain::accounts::Account officer = site.account(Role::asb_officer);
    test::TestSite::MadeCase made = site.open_case({.owner = officer.id});
    gateways::FolderVault vault{site.folder() / "screened", gateways::NewFiles::wait_for_scanner};
    Services services{site.database(),          site.clock, site.ids, site.settings(), site.views(), vault,
                      site.services().site_key, site.mail};

    Context as(domain::accounts::Account const& account) {
        return {services, account.viewer(domain::access::Door::web)};
    }
    FileId send(std::string const& content) {
        auto const path = vault.upload_folder() / "upload";
        std::ofstream(path, std::ios::binary) << content;
        auto context = as(officer);
        auto taken = take_uploads(context,
                                  {{.path = path,
                                    .filename = "diary.txt",
                                    .size = content.size(),
                                    .sha256 = text::sha256_hex(content)}},
                                  0);
        EXPECT_EQ(taken.files.size(), 1U);
        auto file = taken.files.front();
        file.case_file = made.file.id;
        site.database().write([&](storage::sql::Write& tx) { storage::received_files::insert(tx, file); });
        return file.id;
    }
    std::string screen(std::string const& address) {
        gateways::ClamdScanner scanner(address);
        Context context(services, domain::access::Viewer::system(domain::access::Door::job));
        return screen_files(context, scanner);
    }
    std::string opened(FileId id) {
        auto context = as(officer);
        auto const file = open_file(context, id);
        return file ? "opened" : file.error().code();
    }
};

TEST_F(ScreenFiles, gives_a_file_out_once_it_is_clean) {
    test::FakeClamd clamd;
    auto const id = send("Loud until three");
    EXPECT_EQ(opened(id), "file-waiting");
    EXPECT_EQ(screen(clamd.address()), "1 file clean, 0 kept apart");
    EXPECT_EQ(opened(id), "opened");
    EXPECT_EQ(screen(clamd.address()), "0 files clean, 0 kept apart");
    EXPECT_EQ(clamd.scans(), 1) << "once for each content";
}

TEST_F(ScreenFiles, keeps_a_bad_one_apart_and_says_so_on_the_case) {
    test::FakeClamd clamd;
    auto const id = send("An EVIL diary");
    EXPECT_EQ(screen(clamd.address()), "0 files clean, 1 kept apart");
    EXPECT_EQ(opened(id), "file-apart");
    EXPECT_EQ(site.events_of(made.file.id.text()).back(), "file-set-apart");
    auto const again = send("An EVIL diary");
    EXPECT_EQ(opened(again), "file-apart") << "the same content sent again";
}

TEST_F(ScreenFiles, loses_nothing_while_the_scanner_is_away) {
    std::string nobody;
    {
        test::FakeClamd gone;
        nobody = gone.address();
    }
    auto const id = send("Loud until three");
    EXPECT_THROW(screen(nobody), GatewayError);
    EXPECT_EQ(opened(id), "file-waiting");
    test::FakeClamd back;
    EXPECT_EQ(screen(back.address()), "1 file clean, 0 kept apart");
    EXPECT_EQ(opened(id), "opened");
}

TEST_F(ScreenFiles, goes_on_with_the_others_when_one_is_not_taken) {
    test::FakeClamd clamd(50'000);
    auto const large = send(std::string(200'000, 'x'));
    auto const small = send("Loud until three");
    EXPECT_THROW(screen(clamd.address()), GatewayError) << "said on the settings page";
    EXPECT_EQ(opened(small), "opened");
    EXPECT_EQ(opened(large), "file-waiting");
}

TEST_F(ScreenFiles, tells_no_stranger_that_a_file_is_there) {
    auto const id = send("Loud until three");
    auto const other = site.account(Role::housing_officer);
    auto context = as(other);
    auto const file = open_file(context, id);
    ASSERT_FALSE(file);
    EXPECT_NE(file.error().code(), "file-waiting");
}

}  // namespace
}  // namespace doorstep::usecases::files
