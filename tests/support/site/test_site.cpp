#include "support/site/test_site.h"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "storage/accounts.h"
#include "storage/cases.h"
#include "storage/events.h"
#include "storage/people.h"
#include "usecases/contacts/clocks.h"

namespace doorstep::test {

using domain::access::Role;

TestSite::TestSite(storage::sql::Engine engine)
    : clock(london_instant(*Date::of(2026, 6, 10), {10, 0})),
      ids(clock, 1),
      fresh_(fresh_database(engine)),
      site_key_(std::make_unique<gateways::SiteKey>(gateways::SiteKey::from_text("test"))),
      vault_(std::make_unique<gateways::FolderVault>(folder_.path() / "vault")),
      settings_(std::make_unique<usecases::SettingsSource>(fresh_->database())),
      views_(std::make_unique<usecases::ViewLog>(fresh_->database())),
      services_(std::make_unique<usecases::Services>(usecases::Services{
          fresh_->database(), clock, ids, *settings_, *views_, *vault_, *site_key_, mail})) {
    database().write([](storage::sql::Write& tx) {
        usecases::set_site_value(tx, "landlord_name", "Elmfield Homes");
        usecases::set_site_value(tx, "telephone", "01632 960 001");
        usecases::set_site_value(tx, "telephone_hours", "Monday to Friday, 8am to 6pm");
    });
    settings_->reload();
}

namespace {

/// As our own hashes, with the least work that the algorithm allows: checking one takes no time to speak of.
std::string quick_hash(std::string_view password) {
    std::array<char, crypto_pwhash_STRBYTES> out{};
    if (sodium_init() < 0 ||
        crypto_pwhash_str_alg(out.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_MIN,
                              crypto_pwhash_MEMLIMIT_MIN, crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::logic_error("hashing a password failed");
    return out.data();
}

}  // namespace

domain::accounts::Account TestSite::account(Role role, std::string name) {
    static auto const hash = quick_hash(password);
    domain::accounts::Account account;
    account.id = AccountId(ids.next());
    account.name =
        name.empty() ? std::string(words_of(role)) + " " + std::to_string(++accounts_made_) : std::move(name);
    account.email = std::string(account.id.text()) + "@elmfield.example";
    account.job_title = words_of(role);
    account.roles.add(role);
    account.password_hash = hash;
    account.second_factor_required = false;
    database().write([&](storage::sql::Write& tx) { storage::accounts::insert(tx, account, clock.now()); });
    return account;
}

TestSite::MadeCase TestSite::open_case(CaseOptions const& options) {
    auto context = as_system();
    auto const& settings = context.settings();
    MadeCase made;
    auto& file = made.file;
    file.id = CaseFileId(ids.next());
    file.reference = "ASB-26-" + std::to_string(10'001 + cases_made_++);
    file.title = "Loud music, Acre Court";
    file.category = options.category;
    file.harm_group = "nuisance";
    file.channel = "telephone";
    file.opened_at = clock.now();
    file.opened_on = today();
    file.raised_on = options.raised_on.value_or(today());
    if (file.raised_on < file.opened_on) file.opened_on = file.raised_on;
    file.owner = options.owner;
    file.housing_officer = options.housing_officer;
    file.restricted = options.restricted;
    file.hate = options.hate;
    file.risk_band = options.risk;
    file.taken_as_high_on = options.taken_as_high_on;
    file.in_danger = options.in_danger;
    auto const result = context.change([&](usecases::Change& change) -> Expected<Done> {
        storage::cases::insert(change.tx, file);
        auto const add = [&](domain::people::Part part, domain::people::Side side, std::string const& name) {
            domain::people::Person person{.id = change.new_id<PersonId>(),
                                          .name = name,
                                          .address = {},
                                          .address_text = "",
                                          .telephone = "07700 900123",
                                          .email = "",
                                          .date_of_birth = {}};
            storage::people::insert(change.tx, person, change.now);
            domain::people::CasePerson on_case;
            on_case.id = change.new_id<CasePersonId>();
            on_case.case_file = file.id;
            on_case.person = person.id;
            on_case.part = part;
            on_case.side = side;
            on_case.joined_on = file.opened_on;
            if (part == domain::people::Part::complainant) on_case.raised_on = file.raised_on;
            storage::people::insert(change.tx, on_case);
            usecases::contacts::recompute_clock(change, settings, file, on_case);
            storage::people::update(change.tx, on_case);
            return on_case;
        };
        for (int n = 1; n <= options.complainants; ++n)
            made.complainants.push_back(add(domain::people::Part::complainant,
                                            domain::people::Side::reporting,
                                            "Ana Silva " + std::to_string(n)));
        if (options.with_alleged_perpetrator)
            made.alleged_perpetrator = add(domain::people::Part::alleged_perpetrator,
                                           domain::people::Side::complained_about, "Ivo Marsh");
        usecases::contacts::take_earliest(file, made.complainants);
        storage::cases::update(change.tx, file);
        change.record(file.id, domain::events::case_opened, file.id.text());
        return Done{};
    });
    if (!result) throw std::logic_error(result.error().message());
    return made;
}

domain::cases::CaseFile TestSite::stored(CaseFileId id) {
    return database().read([&](storage::sql::Read& tx) { return *storage::cases::find(tx, id); });
}

std::vector<std::string> TestSite::events_of(std::string_view chain_id) {
    auto events = database().read([&](storage::sql::Read& tx) {
        return storage::events::newest(tx, chain_id, std::nullopt, {}, 1000);
    });
    std::reverse(events.begin(), events.end());
    std::vector<std::string> kinds;
    for (auto const& event : events) kinds.push_back(event.kind);
    return kinds;
}

}  // namespace doorstep::test
