#include "pages/reports/taken_journey.h"

#include <algorithm>
#include <array>

#include "govuk/inset_text.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "pages/reports/services_list.h"

namespace doorstep::pages::reports {

Expected<Journey> open_taken(Visit& visit) {
    auto const id = DraftId::parse(visit.request.parameter("draft"));
    if (!id) return refuse(RefusalKind::not_found, "draft-not-found", "Page not found");
    auto draft = usecases::reports::open_taken_draft(visit.context, *id);
    if (!draft) return refuse(draft.error());
    return journey_of(std::move(*draft));
}

std::string taken_address(Journey const& journey, std::string_view page) {
    return "/reports/new/" + std::string(journey.draft.id.text()) + "/" + std::string(page);
}

std::string taken_address_after(Visit& visit, Group const& group, Journey const& journey) {
    auto const facts = facts_of(visit);
    auto const* next = next_group(group, journey.answers, facts);
    if (!next) return taken_address(journey, "check");
    if (!returns_to_check(visit)) return taken_address(journey, next->name);
    for (auto const* step : steps_of(*next, journey.answers, facts))
        if ((step->question || step->name == "told") && !is_done(*step, journey.answers))
            return taken_address(journey, next->name) + "?return=check";
    return taken_address(journey, "check");
}

std::optional<BackLink> back_from(Visit& visit, Group const& group, Journey const& journey) {
    auto const* before = previous_group(group, journey.answers, facts_of(visit));
    if (!before) return std::nullopt;
    return BackLink{.href = returns_to_check(visit) ? taken_address(journey, "check")
                                                    : taken_address(journey, before->name),
                    .text = {}};
}

Html script_words(Group const& group) {
    if (group.script.empty()) return {};
    Html words;
    words << html::strong("Read out: ") << "“" << group.script << "”";
    return govuk::inset_text({.html = words});
}

Page taken_page(std::string title, Html body) {
    Page page;
    page.title = std::move(title);
    page.breadcrumbs = {{"Take a report", "/reports/new"}};
    page.current_section = "take-report";
    page.body = html::two_thirds(body);
    return page;
}

namespace {

Html numbers_to_give(std::string_view sentence, std::vector<legal::ListEntry const*> const& services) {
    if (services.empty()) return {};
    Html html = html::p(sentence);
    html << services_list(services, http::Language::english);
    return govuk::inset_text({.html = std::move(html)});
}

}  // namespace

Html taken_advice(Visit& visit, Pairs const& answers) {
    auto const& settings = visit.context.settings();
    auto const today = visit.context.today;
    Html advice;
    if (has(answers, "danger", "yes"))
        advice << govuk::warning_text(
            {.text =
                 "Someone is in danger now. Ask whether they have called 999. If they cannot, call it for "
                 "them. On a mobile they can press 55 if they cannot speak."});
    std::vector<std::string> support;
    if (has(answers, "effect-on", "self-harm")) support.emplace_back("self-harm");
    for (auto const code : answers.all("kinds"))
        if (auto const* entry = settings.list("categories").find(code, today);
            entry && !entry->detail("support_for").empty())
            support.emplace_back(entry->detail("support_for"));
    advice << numbers_to_give("Stay with them and give these numbers.", helplines(support, settings, today));
    return advice;
}

Html taken_signposts(Visit& visit, Pairs const& answers) {
    return numbers_to_give(
        "Somebody else may be able to help. Give these numbers, and take the report all the same.",
        others_who_help(answers, visit.context.settings(), visit.context.today));
}

forms::Choices channel_choices(Visit& visit) {
    return taken_channels(visit.context.settings(), visit.context.today);
}

Pairs with_asides_done(Pairs answers) {
    for (auto const& step : steps())
        if (!step.question && step.name != "told") mark_done(answers, step);
    return answers;
}

}  // namespace doorstep::pages::reports
