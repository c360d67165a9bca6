#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "domain/accounts/account.h"
#include "domain/cases/case_file.h"
#include "domain/people/people.h"
#include "gateways/mail.h"
#include "gateways/secrets.h"
#include "gateways/vault.h"
#include "support/databases.h"
#include "usecases/context.h"
#include "usecases/services.h"
#include "usecases/settings.h"
#include "usecases/view_log.h"

/// A whole site for tests of use-cases: a real database, a clock that stands still, ids from a seed, a real
/// vault in a temporary folder. Builders make valid things in one line and save them.
namespace doorstep::test {

/// A mail server that keeps what it is given, and answers as told.
class RecordingMailer : public gateways::Mailer {
  public:
    gateways::Delivery send(gateways::Mail const& mail) override {
        sent.push_back(mail);
        return answer;
    }
    bool reaches_people() const override { return is_connected; }
    std::string domain() const override { return "elmfield.example"; }

    std::vector<gateways::Mail> sent;  ///< every try
    gateways::Delivery answer{gateways::Delivery::Result::taken, ""};
    bool is_connected = true;
};

struct CaseOptions {
    std::optional<AccountId> owner;
    std::optional<AccountId> housing_officer;
    std::string category = "noise";
    std::optional<Date> raised_on;  ///< today when not given
    bool restricted = false;
    bool hate = false;
    std::optional<domain::cases::RiskBand> risk;
    std::optional<Date> taken_as_high_on;
    bool in_danger = false;
    int complainants = 1;
    bool with_alleged_perpetrator = true;
};

class TestSite {
  public:
    /// Wednesday 10 June 2026, 10am in London, unless the clock is set.
    explicit TestSite(storage::sql::Engine engine = storage::sql::Engine::sqlite);

    FixedClock clock;
    SeededIdSource ids;
    RecordingMailer mail;
    storage::sql::Database& database() { return fresh_->database(); }
    usecases::Services& services() { return *services_; }
    usecases::SettingsSource& settings() { return *settings_; }
    usecases::ViewLog& views() { return *views_; }
    std::filesystem::path folder() const { return folder_.path(); }

    void set_today(Date date, TimeOfDay time = {10, 0}) { clock.set(london_instant(date, time)); }
    Date today() const { return clock.today(); }

    /// Somebody asking now.
    usecases::Context as(domain::accounts::Account const& account) {
        return {*services_, account.viewer(domain::access::Door::web)};
    }
    usecases::Context as_public() { return {*services_, domain::access::Viewer{}}; }
    usecases::Context as_system() {
        return {*services_, domain::access::Viewer::system(domain::access::Door::job)};
    }

    /// Saved accounts: "An ASB officer", or the name given. Their password is `password`; no second factor.
    domain::accounts::Account account(domain::access::Role role, std::string name = "");
    static constexpr std::string_view password = "correct horse battery";

    struct MadeCase {
        domain::cases::CaseFile file;
        std::vector<domain::people::CasePerson> complainants;
        std::optional<domain::people::CasePerson> alleged_perpetrator;
    };
    /// A saved open case with its people, their clocks running from `raised_on`.
    MadeCase open_case(CaseOptions const& options = CaseOptions());

    /// The case as it is stored now.
    domain::cases::CaseFile stored(CaseFileId id);
    /// Kinds of the events of a chain, oldest first.
    std::vector<std::string> events_of(std::string_view chain_id);

  private:
    TemporaryFolder folder_;
    std::unique_ptr<FreshDatabase> fresh_;
    std::unique_ptr<gateways::SiteKey> site_key_;
    std::unique_ptr<gateways::FolderVault> vault_;
    std::unique_ptr<usecases::SettingsSource> settings_;
    std::unique_ptr<usecases::ViewLog> views_;
    std::unique_ptr<usecases::Services> services_;
    int accounts_made_ = 0;
    int cases_made_ = 0;
};

}  // namespace doorstep::test
