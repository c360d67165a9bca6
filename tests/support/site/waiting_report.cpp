#include "support/site/waiting_report.h"

#include <stdexcept>

#include "storage/places.h"
#include "storage/reports.h"
#include "usecases/reports/send_report.h"

namespace doorstep::test {

domain::reports::Report stored_report(TestSite& site, ReportId id) {
    return site.database().read([&](storage::sql::Read& tx) { return *storage::reports::find(tx, id); });
}

domain::reports::Report waiting_report(TestSite& site, ReportOptions const& options) {
    usecases::reports::SendReport input;
    auto& report = input.report;
    report.channel = options.channel;
    report.what_happened = options.what;
    report.categories = {options.kind};
    report.reporter_name = options.name;
    report.anonymous = options.anonymous;
    report.people_text = options.people_text;
    report.address = options.address;
    report.postcode = options.postcode;
    report.in_danger = options.in_danger;
    if (options.received_on) report.received_on = *options.received_on;
    domain::people::SafeContact safe;
    safe.telephone = options.telephone;
    safe.telephone_allowed = options.may_ring;
    if (options.may_email) safe.email = "ana.silva@example.org";
    safe.email_allowed = options.may_email;
    safe.will_contact_us = !options.may_ring;
    input.safe_contact = safe;
    auto context = site.as_system();
    auto const sent = usecases::reports::send_report(context, input);
    if (!sent) throw std::logic_error(sent.error().message());
    auto stored = stored_report(site, sent->id);
    if (options.high_profile) {
        stored.high_profile = true;
        site.database().write([&](storage::sql::Write& tx) { storage::reports::update(tx, stored); });
    }
    return stored;
}

MadePlace made_place(TestSite& site, std::optional<AccountId> asb_officer,
                     std::optional<AccountId> housing_officer) {
    MadePlace made;
    made.area = {
        .id = AreaId(site.ids.next()), .code = "E05009407", .name = "Wolverton", .asb_officer = asb_officer};
    domain::places::Patch patch{
        .id = PatchId(site.ids.next()), .name = "Wolverton patch", .housing_officer = housing_officer};
    made.block = {.id = BlockId(site.ids.next()),
                  .name = "Acre Court",
                  .area = made.area.id,
                  .homes = 20,
                  .setting = ""};
    auto const address = [&](std::string line) {
        domain::places::Address one;
        one.id = AddressId(site.ids.next());
        one.line = std::move(line);
        one.town = "Milton Keynes";
        one.postcode = "MK9 3XS";
        one.block = made.block.id;
        one.area = made.area.id;
        one.patch = patch.id;
        return one;
    };
    made.address = address("Flat 12, Acre Court, 4 Mill Lane");
    made.neighbour = address("Flat 14, Acre Court, 4 Mill Lane");
    site.database().write([&](storage::sql::Write& tx) {
        storage::places::insert(tx, made.area);
        storage::places::insert(tx, patch);
        storage::places::insert(tx, made.block);
        storage::places::insert(tx, made.address);
        storage::places::insert(tx, made.neighbour);
    });
    return made;
}

}  // namespace doorstep::test
