#include "domain/reports/check_report.h"

#include <algorithm>

#include "base/text.h"

namespace doorstep::domain::reports {

Expected<Done> check_report(Report const& report, ReportFacts const& facts) {
    Refusal refusal(RefusalKind::invalid, "report-incomplete", "Some answers are missing or need changing");
    auto const problem = [&](char const* field, char const* message) {
        (void)std::move(refusal).with_problem(field, message);
    };
    // (1)
    if (text::trim(report.what_happened).empty()) problem("what", "Enter what happened");
    // (2)
    if (report.received_on > facts.today)
        problem("received-on", "The date it reached us must be today or in the past");
    if (report.happened_on && *report.happened_on > facts.today)
        problem("happened-on", "The date it happened must be today or in the past");
    for (auto const& earlier : report.earlier)
        if (earlier.told_on && *earlier.told_on > facts.today)
            problem("told-on", "The date you told them must be today or in the past");
    // (3)
    if (facts.safe_contact) {
        auto const& safe = *facts.safe_contact;
        if (!safe.any_way()) problem("contact-ways", "Select at least one way, or that they will contact us");
        if ((safe.telephone_allowed || safe.text_allowed) && text::trim(safe.telephone).empty())
            problem("telephone", "Enter a telephone number");
        if (safe.email_allowed && text::trim(safe.email).empty()) problem("email", "Enter an e-mail address");
        if (safe.letter_allowed && text::trim(report.reporter_address).empty() && !report.reporter)
            problem("letter-address", "Enter the address letters should go to");
    } else if (facts.ask == Ask::how_to_reach_them) {
        problem("contact-ways", "Select at least one way, or that they will contact us");
    }
    if (!refusal.problems().empty()) return refuse(std::move(refusal));
    return Done{};
}

void set_flags(Report& report, std::vector<KindFacts> const& kinds) {
    for (auto const& kind : kinds) {
        report.hate = report.hate || kind.is_hate;
        report.high_profile = report.high_profile || kind.is_restricted;
    }
    report.hate = report.hate || std::any_of(report.motives.begin(), report.motives.end(),
                                             [](Motive motive) { return is_hate(motive); });
}

}  // namespace doorstep::domain::reports
