#pragma once

#include <string>

#include "domain/places/place.h"
#include "domain/reports/report.h"
#include "support/site/test_site.h"

/// Reports that wait in triage, and a place with officers of its own, for tests.
namespace doorstep::test {

struct ReportOptions {
    std::string name = "Ana Silva";
    std::string telephone = "07700 900777";
    bool may_ring = true;
    bool may_email = false;
    bool anonymous = false;
    std::string kind = "noise";
    std::string what = "Loud music until 4am";
    std::string people_text = "The man upstairs";
    std::optional<AddressId> address;
    std::string postcode;
    bool in_danger = false;
    bool high_profile = false;
    std::optional<Date> received_on;
    std::string channel = "online";
};

/// Sent as the public would (or, with another channel, as the program), and saved.
domain::reports::Report waiting_report(TestSite& site, ReportOptions const& options = ReportOptions());
/// As it is stored now.
domain::reports::Report stored_report(TestSite& site, ReportId id);

/// Flat 12, Acre Court: an area with an ASB officer, a patch with a housing officer.
struct MadePlace {
    domain::places::Area area;
    domain::places::Block block;
    domain::places::Address address;
    domain::places::Address neighbour;
};
MadePlace made_place(TestSite& site, std::optional<AccountId> asb_officer = {},
                     std::optional<AccountId> housing_officer = {});

}  // namespace doorstep::test
