#include "usecases/site/site_keys.h"

#include <gtest/gtest.h>

#include "gateways/secrets.h"
#include "storage/accounts.h"
#include "support/site/test_site.h"
#include "usecases/accounts/second_step.h"

namespace doorstep::usecases::site_keys {
namespace {

using gateways::SiteKey;

/// A site whose keys are in a folder, as a server's are.
class SiteKeys : public ::testing::Test {
  protected:
    test::TestSite site;
    domain::accounts::Account officer = site.account(domain::access::Role::asb_officer);
    SiteKey key{site.folder() / "secrets"};
    Services services{site.database(),       site.clock, site.ids, site.settings(), site.views(),
                      site.services().vault, key,        site.mail};

    Context as_system() {
        return {services, domain::access::Viewer::system(domain::access::Door::command_line)};
    }
    void keep_secret() {
        site.database().write([&](storage::sql::Write& tx) {
            storage::accounts::set_second_factor(tx, officer.id, key.seal("secret"));
        });
    }
    std::string kept() {
        return *site.database()
                    .read([&](storage::sql::Read& tx) { return storage::accounts::find(tx, officer.id); })
                    ->second_factor_secret;
    }
};

TEST_F(SiteKeys, seal_again_what_the_one_before_sealed) {
    keep_secret();
    auto const before = key.ids().front();
    auto context = as_system();
    auto const fresh = rotate(context);
    ASSERT_TRUE(fresh);
    EXPECT_NE(*fresh, before);
    EXPECT_EQ(SiteKey::id_of(kept()), *fresh);
    EXPECT_EQ(key.open(kept()), "secret");
    EXPECT_EQ(SiteKey(site.folder() / "secrets").open(kept()), "secret") << "after a start too";
}

TEST_F(SiteKeys, are_found_by_a_server_that_was_running_when_another_process_made_one) {
    keep_secret();
    SiteKey server(site.folder() / "secrets");
    auto const mac = server.mac("csrf", "cookie");
    auto context = as_system();
    ASSERT_TRUE(rotate(context));
    EXPECT_EQ(server.open(kept()), "secret");
    auto const sealed_meanwhile = server.seal("meanwhile");
    EXPECT_EQ(key.open(sealed_meanwhile), "meanwhile");
    EXPECT_TRUE(key.is_mac("csrf", "cookie", mac)) << "a form that was open still works";
    EXPECT_FALSE(key.is_mac("csrf", "another", mac));
    EXPECT_FALSE(key.is_mac("notice", "cookie", mac));
}

TEST_F(SiteKeys, stay_while_something_needs_them) {
    keep_secret();
    auto const before = key.ids().front();
    site.database().write([&](storage::sql::Write& tx) {
        storage::accounts::replace_recovery_codes(tx, officer.id,
                                                  {accounts::recovery_code_hash(key, "7KQM-2XWP-9FHR")});
    });
    auto rotating = as_system();
    auto const fresh = rotate(rotating);
    auto context = as_system();
    EXPECT_EQ(forget(context, *fresh).error().code(), "key-in-use");
    EXPECT_EQ(forget(context, before).error().code(), "key-needed") << "a recovery code";
    EXPECT_EQ(forget(context, "00000000").error().code(), "key-unknown");
    EXPECT_TRUE(site.database().write([&](storage::sql::Write& tx) {
        for (auto const& hash : accounts::recovery_code_hashes(key, "7kqm 2xwp 9fhr"))
            if (storage::accounts::use_recovery_code(tx, officer.id, hash, site.clock.now())) return true;
        return false;
    })) << "it still opens";
    auto again = as_system();
    ASSERT_TRUE(forget(again, before));
    EXPECT_EQ(key.ids(), std::vector{*fresh});
    EXPECT_EQ(key.open(kept()), "secret");
}

TEST_F(SiteKeys, are_changed_by_the_command_line_only) {
    auto const admin = site.account(domain::access::Role::administrator);
    Context context(services, admin.viewer(domain::access::Door::web));
    EXPECT_EQ(rotate(context).error().kind(), RefusalKind::forbidden);
    EXPECT_EQ(forget(context, key.ids().front()).error().kind(), RefusalKind::forbidden);
}

}  // namespace
}  // namespace doorstep::usecases::site_keys
