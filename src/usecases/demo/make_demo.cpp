#include "usecases/demo/make_demo.h"

#include "gateways/secrets.h"
#include "storage/accounts.h"
#include "storage/cases.h"
#include "storage/people.h"
#include "storage/settings.h"
#include "usecases/accounts/demo_sign_ins.h"
#include "usecases/contacts/clocks.h"
#include "usecases/context.h"

namespace doorstep::usecases::demo {
namespace {

struct DemoPerson {
    char const* name;
    char const* email;
    char const* job;
    domain::access::Role role;
};

using domain::access::Role;

constexpr DemoPerson staff[] = {
    {"Dana Okafor", "dana.okafor@elmfield.example", "ASB officer", Role::asb_officer},
    {"Huw Pritchard", "huw.pritchard@elmfield.example", "Housing officer", Role::housing_officer},
    {"Marta Lindqvist", "marta.lindqvist@elmfield.example", "ASB manager", Role::asb_manager},
    {"Samir Rahman", "samir.rahman@elmfield.example", "Head of housing management", Role::head_of_housing},
    {"Bea Thornton", "bea.thornton@elmfield.example", "Business support", Role::business_support},
    {"Priya Nair", "priya.nair@northgate-council.example", "Environmental services", Role::partner},
    {"George Ashworth", "george.ashworth@elmfield.example", "Board member", Role::board_member},
    {"Tamsin Boyle", "tamsin.boyle@elmfield.example", "Tenant member", Role::tenant_member},
    {"Ade Coker", "ade.coker@elmfield.example", "Systems administrator", Role::administrator},
};

}  // namespace

Expected<DemoMade> make_demo(OpenedSite& site, DemoOptions const&,
                             std::function<void(std::int64_t, std::int64_t)> const&) {
    Context context(site.services(), domain::access::Viewer::system(domain::access::Door::command_line));
    if (context.settings().site().is_demo) return DemoMade{true, "The demo is there already."};
    auto const password = gateways::hash_password(accounts::demo_password);
    auto const& settings = context.settings();
    auto made = context.change([&](Change& change) -> Expected<Done> {
        std::optional<AccountId> officer;
        for (auto const& person : staff) {
            domain::accounts::Account account;
            account.id = change.new_id<AccountId>();
            account.name = person.name;
            account.email = person.email;
            account.job_title = person.job;
            account.roles.add(person.role);
            account.password_hash = password;
            account.second_factor_required = false;
            account.is_demo = true;
            storage::accounts::insert(change.tx, account, change.now);
            change.record(account.id, domain::events::account_added);
            if (!officer) officer = account.id;
        }
        storage::settings::set_site_value(change.tx, "landlord_name", "Elmfield Homes");
        storage::settings::set_site_value(change.tx, "telephone", "01632 960 001");
        storage::settings::set_site_value(change.tx, "is_demo", "yes");
        mark_settings_changed(change.tx, change.now);

        domain::cases::CaseFile file;
        file.id = change.new_id<CaseFileId>();
        file.reference = "ASB-26-00001";
        file.title = "Loud music, Acre Court";
        file.category = "noise";
        file.harm_group = "nuisance";
        file.channel = "telephone";
        file.opened_at = change.now;
        file.opened_on = file.raised_on = change.today.plus_days(-3);
        file.owner = officer;
        storage::cases::insert(change.tx, file);
        domain::people::Person person{
            .id = change.new_id<PersonId>(), .name = "Ana Silva", .telephone = "07700 900123"};
        storage::people::insert(change.tx, person, change.now);
        domain::people::CasePerson part;
        part.id = change.new_id<CasePersonId>();
        part.case_file = file.id;
        part.person = person.id;
        part.joined_on = file.opened_on;
        part.raised_on = file.opened_on;
        storage::people::insert(change.tx, part);
        contacts::recompute_clock(change, settings, file, part);
        storage::people::update(change.tx, part);
        contacts::take_earliest(file, {part});
        storage::cases::update(change.tx, file);
        change.record(file.id, domain::events::case_opened, file.id.text());
        return Done{};
    });
    if (!made) return refuse(made.error());
    site.services().settings.reload();
    return DemoMade{false, "The demo is made."};
}

}  // namespace doorstep::usecases::demo
