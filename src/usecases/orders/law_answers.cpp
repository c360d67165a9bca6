#include "usecases/orders/law_answers.h"

#include <algorithm>

#include "base/text.h"
#include "usecases/settings.h"

namespace doorstep::usecases::orders {

using storage::legal_actions::RuleUsed;

std::vector<RuleUsed> kept_rules(std::vector<legal::ProvisionUsed> const& rules) {
    std::vector<RuleUsed> kept;
    for (auto const& rule : rules)
        kept.push_back({.rule = rule.id,
                        .says = rule.value + (rule.unit.empty() ? "" : " " + rule.unit),
                        .source = rule.source,
                        .evidence = rule.evidence_marks,
                        .in_force_from = rule.in_force_from,
                        .decision = ""});
    return kept;
}

std::string source_words(std::vector<legal::ProvisionUsed> const& rules) {
    std::vector<std::string> sources;
    // Our own targets rest on product defaults; they are no source of what the law says.
    bool const has_law = std::any_of(rules.begin(), rules.end(), [](auto const& rule) {
        return rule.evidence != legal::Evidence::product;
    });
    for (auto const& rule : rules)
        if (!(has_law && rule.evidence == legal::Evidence::product) &&
            std::find(sources.begin(), sources.end(), rule.source) == sources.end())
            sources.push_back(rule.source);
    return text::join(sources, "; ");
}

std::optional<LawPeriod> law_period(Settings const& settings, std::string_view id, legal::LawMoment from) {
    auto const answer = settings.law().deadline(id, from);
    if (!answer) return std::nullopt;
    return LawPeriod{.due_on = answer->last_lawful.day,
                     .due_at = answer->last_lawful.instant,
                     .target_on = answer->target.day,
                     .source = source_words(answer->rules),
                     .rules = kept_rules(answer->rules)};
}

std::vector<BodyChoice> applicant_bodies(Settings const& settings) {
    auto const& law = settings.law();
    std::vector<BodyChoice> choices;
    choices.push_back({settings.site().body, "We do: " + settings.site().landlord_name});
    for (auto const& body : law.bodies())
        if (body.code != settings.site().body) choices.push_back({body.code, body.title});
    return choices;
}

PowerAnswer who_may_use(Settings const& settings, domain::orders::ActionKind const& kind,
                        std::string_view body, Date on) {
    PowerAnswer answer;
    if (kind.power.empty()) return answer;
    auto const& law = settings.law();
    auto const found = law.who(kind.power, body, on);
    if (!found) {
        answer.may = false;
        answer.reason = found.error().message();
        return answer;
    }
    answer.may = found->may;
    answer.reason = found->reason;
    answer.source = source_words(found->rules);
    answer.rules = kept_rules(found->rules);
    std::vector<std::string> instead;
    for (auto const& code : found->instead) instead.push_back(law.body_title(code));
    answer.instead = text::join(instead, ", ");
    return answer;
}

}  // namespace doorstep::usecases::orders
