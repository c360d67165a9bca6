#include "usecases/orders/notice_regime.h"

#include "base/text.h"
#include "usecases/orders/law_answers.h"
#include "usecases/orders/provisions.h"
#include "usecases/settings.h"

namespace doorstep::usecases::orders {

namespace {

/// Landlords of secure tenants, whose review is law (Housing Act 1985, sections 80 and 85ZA).
bool is_council(std::string_view body) {
    for (auto const code :
         {"council", "london-borough", "city-of-london", "isles-of-scilly", "housing-action-trust"})
        if (body.find(code) != std::string_view::npos) return true;
    return false;
}

bool is_private_tenancy(std::string const& tenure) {
    return tenure.find("market") != std::string::npos || tenure.find("private") != std::string::npos;
}

class RegimeRules {
  public:
    RegimeRules(Settings const& settings, Date served_on, legal::Tenancy tenancy, NoticeRegime& regime)
        : settings_(settings), served_on_(served_on), tenancy_(tenancy), regime_(regime) {}

    /// A period from service, or from another day; false where none is in force.
    bool add(std::string what, std::string_view provision, std::optional<Date> from = {}) {
        auto const answer = settings_.law().deadline(
            provision, legal::LawMoment::on(from.value_or(served_on_)), legal::Nation::england, tenancy_);
        if (!answer) return false;
        std::string mark;
        for (auto const& rule : answer->rules)
            if (rule.id == provision && rule.evidence != legal::Evidence::verified)
                mark = rule.evidence_marks;
        regime_.rules.push_back({.what = std::move(what),
                                 .when = date_words(answer->last_lawful.day),
                                 .source = source_words(answer->rules),
                                 .mark = std::move(mark)});
        return true;
    }
    void say(std::string what, std::string words, std::string source) {
        regime_.rules.push_back({std::move(what), std::move(words), std::move(source), ""});
    }

  private:
    Settings const& settings_;
    Date served_on_;
    legal::Tenancy tenancy_;
    NoticeRegime& regime_;
};

}  // namespace

TenancyClass tenancy_class(std::string_view tenure, std::string_view landlord_body) {
    auto const words = text::fold(tenure);
    auto const says = [&](char const* word) { return words.find(word) != std::string::npos; };
    if (says("introductory")) return TenancyClass::introductory;
    if (says("demoted")) return TenancyClass::demoted;
    if (says("starter")) return TenancyClass::starter;
    if (says("secure")) return TenancyClass::secure;
    if (says("assured") || says("market") || says("affordable")) return TenancyClass::assured;
    if (says("sold") || says("lease") || says("shared") || says("licen")) return TenancyClass::not_known;
    return is_council(landlord_body) ? TenancyClass::secure : TenancyClass::assured;
}

NoticeRegime notice_regime(Settings const& settings, std::string_view tenure, Date served_on) {
    auto const& body = settings.site().body;
    NoticeRegime regime;
    regime.tenancy = tenancy_class(tenure, body);
    regime.review_is_law = is_council(body);
    regime.because = tenure.empty() ? "The register does not say; it follows from what the landlord is in law"
                                    : "The register says “" + std::string(tenure) + "”";
    auto const folded = text::fold(tenure);
    RegimeRules rules(settings, served_on,
                      is_private_tenancy(folded) ? legal::Tenancy::private_rented : legal::Tenancy::social,
                      regime);
    switch (regime.tenancy) {
        case TenancyClass::secure:
            regime.title = "Secure tenancy: Housing Act 1985, sections 83ZA and 84A";
            rules.add("Earliest proceedings, periodic tenancy: after", provisions::notice_to_quit);
            rules.add("Earliest proceedings, fixed term: after", provisions::secure_fixed_term_notice);
            rules.add("Notice runs out, counted from a day in it that is today",
                      provisions::secure_notice_life);
            break;
        case TenancyClass::assured:
        case TenancyClass::starter:
            regime.title = "Assured tenancy: Housing Act 1988, section 8 and ground 7A";
            if (rules.add("Proceedings may begin, after the Renters’ Rights Act",
                          provisions::ground_7a_after)) {
                rules.add("No order takes effect before the end of", provisions::ground_7a_order_not_within);
            } else {
                rules.add("Earliest proceedings, periodic tenancy: after", provisions::notice_to_quit);
                rules.add("Earliest proceedings, fixed term: after", provisions::ground_7a_fixed_term);
            }
            rules.add("Proceedings begin at the latest on", provisions::assured_notice_life);
            if (regime.tenancy == TenancyClass::starter)
                rules.say("Starter tenancy", "Ending the tenancy by its own notice may be quicker",
                          "Housing Act 1988, section 21, where it applies");
            break;
        case TenancyClass::introductory:
            regime.title = "Introductory tenancy: the absolute ground does not apply";
            rules.say("Use instead", "Notice under section 128 of the Housing Act 1996, with its review",
                      "Housing Act 1996, sections 127 to 129");
            rules.add("The tenant may ask for a review until", provisions::introductory_review);
            return regime;
        case TenancyClass::demoted:
            regime.title = "Demoted tenancy: the absolute ground does not apply";
            rules.say("Use instead", "Notice under section 143E of the Housing Act 1996, with its review",
                      "Housing Act 1996, sections 143D to 143F");
            rules.add("The tenant may ask for a review until", provisions::demoted_review);
            return regime;
        case TenancyClass::not_known:
            regime.title = "The register names no tenancy that the absolute ground is for";
            return regime;
    }
    rules.add(regime.review_is_law ? "The tenant may ask for a review, in writing, until"
                                   : "Our own rule: the tenant may ask for a review until",
              provisions::review_request);
    return regime;
}

}  // namespace doorstep::usecases::orders
