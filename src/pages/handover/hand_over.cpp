#include "pages/handover/hand_over.h"

#include <charconv>

#include "base/text.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "pages/work/work_links.h"
#include "usecases/team/hand_over.h"

namespace doorstep::pages::handover {
namespace {

using forms::required;
using usecases::team::HandOver;
using usecases::team::HandOverView;

forms::Form<HandOver> const& hand_over_form() {
    static auto const form = forms::form<HandOver>(
        "hand-over",
        forms::radios_field(&HandOver::to, {.name = "to", .label = "Who deals with the case from now on?"},
                            {required("Select who deals with the case from now on")}),
        forms::select_field(&HandOver::housing_officer,
                            {.name = "housing-officer", .label = "Housing officer", .optional = true}),
        forms::textarea_field(
            &HandOver::brief,
            {.name = "brief",
             .label = "Brief for the new owner",
             .hint = "What was tried, what works, what was promised, how people like to be spoken to",
             .rows = 8,
             .character_limit = 5000},
            {required("Enter what the new owner has to know"),
             forms::at_most(5000, "Brief must be 5,000 characters or fewer")}));
    return form;
}

forms::Choices choices_of(HandOverView const& view, Date today) {
    forms::Choices choices;
    for (auto const& officer : view.officers)
        choices["to"].push_back({.value = std::string(officer.id.text()),
                                 .text = officer.name,
                                 .hint = usecases::team::load_words(officer, today)});
    choices["housing-officer"].push_back({.value = "", .text = "Stays as it is"});
    for (auto const& officer : view.housing_officers)
        if (officer.id != view.file.housing_officer)
            choices["housing-officer"].push_back(
                {.value = std::string(officer.id.text()), .text = officer.name});
    return choices;
}

Html what_goes_along(HandOverView const& view, Date today) {
    auto const& file = view.file;
    govuk::SummaryList list;
    auto const add = [&](char const* key, std::string value) {
        list.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}});
    };
    add("Owner now", view.labels.owner_name.empty() ? "Nobody yet" : view.labels.owner_name);
    add("Housing officer now",
        view.labels.housing_officer_name.empty() ? "Nobody yet" : view.labels.housing_officer_name);
    add("Next contact",
        file.next_contact_by ? work::due_words(*file.next_contact_by, today) : std::string("None due"));
    add("Risk", std::string(risk_words(file)));
    add("Plan", file.plan_agreed_on ? std::to_string(file.steps_done) + " of " +
                                          std::to_string(file.steps_total) + " steps done"
                                    : std::string("Not agreed yet"));
    Html html = govuk::summary_list(list);
    std::vector<Html> items;
    for (auto const& listed : view.to_do) {
        Html item;
        item << work::work_link(listed.item, file.reference, listed.about).words << ", "
             << work::due_words(listed.item.due_on, today);
        items.push_back(std::move(item));
    }
    if (!items.empty()) html << html::h2("Still to do, with the same dates") << html::list(items);
    return html;
}

http::Response hand_over_page(Visit& visit, HandOverView const& view, http::Pairs typed,
                              std::vector<Problem> const& problems) {
    auto const today = visit.context.today;
    auto const address = cases::case_address(view.file.reference);
    auto const shapes = hand_over_form().shapes();
    Html body = what_goes_along(view, today);
    body << govuk::inset_text(
        {.text = view.complainants == 0
                     ? std::string("No date moves when a case changes hands.")
                     : "No date moves when a case changes hands. " +
                           (view.complainants == 1 ? std::string("The person who reported is told")
                                                   : "The " + std::to_string(view.complainants) +
                                                         " people who reported are told") +
                           " who deals with it now, by a way that is safe."});
    http::Pairs hidden;
    hidden.set("version", std::to_string(view.file.version));
    Html fields = forms::render_fields(
        shapes, {.typed = std::move(typed), .problems = problems, .choices = choices_of(view, today)});
    fields << forms::buttons("Hand over", address);
    body << visit.form(address + "/handover", fields, std::move(hidden));
    auto page = cases::form_page({.reference = view.file.reference,
                                  .title = "Hand over the case",
                                  .body = std::move(body),
                                  .has_errors = !problems.empty()},
                                 forms::problem_summary(problems, shapes, visit.language()));
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

}  // namespace

http::Response show_hand_over(Visit& visit) {
    auto const view = usecases::team::view_hand_over(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    return hand_over_page(visit, *view, {}, {});
}

http::Response post_hand_over(Visit& visit) {
    auto const view = usecases::team::view_hand_over(visit.context, visit.request.parameter("reference"));
    if (!view) return visit.refused(view.error());
    auto parsed = visit.parse(hand_over_form(), choices_of(*view, visit.context.today));
    if (!parsed.ok()) return hand_over_page(visit, *view, std::move(parsed.typed), parsed.problems);
    parsed.input.reference = view->file.reference;
    auto const version = visit.request.form.value("version");
    std::from_chars(version.data(), version.data() + version.size(), parsed.input.version);
    auto const done = usecases::team::hand_over(visit.context, parsed.input);
    if (done) {
        auto notice = done->new_owner + " deals with the case from now on.";
        if (auto const words = usecases::messages::letters_words(done->letters); !words.empty())
            notice += " " + words;
        return visit.done(cases::case_address(view->file.reference), std::move(notice));
    }
    if (is_about_the_form(done.error()))
        return hand_over_page(visit, *view, std::move(parsed.typed), problems_of(done.error()));
    return visit.refused(done.error());
}

}  // namespace doorstep::pages::handover
