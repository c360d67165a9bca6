#include "pages/orders/findings.h"

#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/table_wrap.h"
#include "govuk/tag.h"
#include "html/elements.h"
#include "html/form_elements.h"
#include "pages/cases/case_frame.h"
#include "pages/orders/parts.h"

namespace doorstep::pages::orders {
namespace {

using domain::orders::ConditionFound;
using usecases::orders::EndAppeal;
using usecases::orders::FindingsView;
using usecases::orders::RecordAppeal;
using usecases::orders::RecordFinding;

std::string findings_address(std::string_view reference) {
    return "/cases/" + std::string(reference) + "/findings";
}

Expected<FindingsView> findings_of(Visit& visit) {
    return usecases::orders::view_findings(visit.context, visit.request.parameter("reference"));
}

Html regime_table(FindingsView const& view) {
    auto const& regime = view.regime;
    Html html = html::h2("Notice served today");
    html << html::p(html::strong(regime.title)) << html::p(regime.because + ".");
    if (regime.rules.empty()) {
        html << html::p("Put the tenancy right in the register of homes, or ask for legal advice.");
        return html;
    }
    govuk::TableWrap wrap;
    wrap.table.caption = "What a notice served today asks for";
    wrap.table.caption_classes = "govuk-visually-hidden";
    wrap.table.first_cell_is_header = true;
    wrap.table.stacks = true;
    wrap.table.head = {{.text = "What"}, {.text = "Day"}, {.text = "Source"}};
    for (auto const& rule : regime.rules) {
        Html source = Html::text(rule.source);
        if (!rule.mark.empty())
            source << " " << govuk::tag({.text = "Not confirmed", .classes = "govuk-tag--yellow"});
        wrap.table.rows.push_back({{.text = rule.what}, {.text = rule.when}, {.html = std::move(source)}});
    }
    append(html, wrap);
    if (!regime.review_is_law)
        html << html::p(
            "No Act gives the tenant of a private registered provider this review: guidance expects one to "
            "be "
            "offered, and we do.");
    return html;
}

template <class Input>
RecordForm<Input> finding_form(FindingsView const& view, std::string title, std::string path,
                               std::string saved) {
    auto const address = findings_address(view.header.reference);
    RecordForm<Input> record;
    record.page = {.reference = view.header.reference,
                   .title = std::move(title),
                   .action = address + path,
                   .cancel_href = address};
    record.done_at = address;
    record.done_words = std::move(saved);
    return record;
}

Expected<RecordForm<RecordFinding>> finding_record(Visit& visit) {
    auto const view = findings_of(visit);
    if (!view) return refuse(view.error());
    auto record = finding_form<RecordFinding>(*view, "Record what a court found", "/new",
                                              "Saved what the court found.");
    record.page.before = html::p(
        "Convictions and findings that may open the absolute ground for possession. Closure orders, and "
        "breaches of our own orders, are found by themselves.");
    record.form = forms::form<RecordFinding>(
        "court-finding",
        forms::radios_field(&RecordFinding::kind, {.name = "kind", .label = "What did the court find?"},
                            {forms::required("Select what the court found")}),
        forms::radios_field(&RecordFinding::who, {.name = "who", .label = "Whom is it about?"},
                            {forms::required("Select whom it is about")}),
        forms::radios_field(&RecordFinding::tie,
                            {.name = "tie",
                             .label = "Where was it, or against whom?",
                             .hint = "The ground asks for one of these"},
                            {forms::required("Select where it was, or against whom")}),
        forms::textarea_field(&RecordFinding::offence,
                              {.name = "offence",
                               .label = "Offence or breach",
                               .hint = "In the words of the court",
                               .rows = 3,
                               .character_limit = 3000},
                              {forms::required("Enter what the court found")}),
        forms::date_field(&RecordFinding::offence_on,
                          {.name = "offence-on", .label = "When did it happen?", .optional = true}),
        forms::date_field(&RecordFinding::found_on,
                          {.name = "found-on",
                           .label = "When did the court find it?",
                           .hint = "The conviction or the finding, not the sentence. The time for the notice "
                                   "begins with this day"},
                          {forms::required("Enter the date")}),
        forms::text_field(&RecordFinding::court, {.name = "court", .label = "Which court?"},
                          {forms::required("Enter the court")}),
        forms::tick_field(&RecordFinding::participation,
                          {.name = "participation",
                           .label = "It was a breach of a requirement to take part in something"}));
    record.save = [&visit, reference = view->header.reference](RecordFinding& input) {
        input.reference = reference;
        return usecases::orders::record_finding(visit.context, input);
    };
    return record;
}

/// The condition that the address names; refused where the case has no such.
Expected<std::pair<FindingsView, std::string>> appealed(Visit& visit) {
    auto view = findings_of(visit);
    if (!view) return refuse(view.error());
    auto subject = std::string(visit.request.parameter("subject"));
    if (!view->condition(subject))
        return refuse(RefusalKind::not_found, "condition-not-found",
                      "There is no such order or finding on this case");
    return std::pair(std::move(*view), std::move(subject));
}

Expected<RecordForm<RecordAppeal>> appeal_record(Visit& visit) {
    auto found = appealed(visit);
    if (!found) return refuse(found.error());
    auto& [view, subject] = *found;
    auto record =
        finding_form<RecordAppeal>(view, "Record an appeal", "/" + subject + "/appeal", "Appeal saved.");
    record.page.before = html::p(view.condition(subject)->because +
                                 ". While an appeal goes on, its condition "
                                 "is not met and no time runs.");
    record.form = forms::form<RecordAppeal>(
        "court-appeal",
        forms::date_field(&RecordAppeal::lodged_on, {.name = "lodged-on", .label = "When was it lodged?"},
                          {forms::required("Enter the date of the appeal")}));
    record.save = [&visit, reference = view.header.reference, id = subject](RecordAppeal& input) {
        input.reference = reference;
        input.subject = id;
        return usecases::orders::record_appeal(visit.context, input);
    };
    return record;
}

Expected<RecordForm<EndAppeal>> appeal_end_record(Visit& visit) {
    auto found = appealed(visit);
    if (!found) return refuse(found.error());
    auto& [view, subject] = *found;
    auto record = finding_form<EndAppeal>(view, "Record the end of the appeal", "/" + subject + "/appeal-end",
                                          "End of the appeal saved.");
    record.page.before = html::p(view.condition(subject)->because +
                                 ". The time for the notice runs anew from this day, unless "
                                 "the appeal was allowed.");
    record.form = forms::form<EndAppeal>(
        "court-appeal-end",
        forms::radios_field(&EndAppeal::outcome, {.name = "outcome", .label = "How did it end?"},
                            {forms::required("Select how it ended")}),
        forms::date_field(&EndAppeal::ended_on, {.name = "ended-on", .label = "When?"},
                          {forms::required("Enter the date")}));
    record.save = [&visit, reference = view.header.reference, id = subject](EndAppeal& input) {
        input.reference = reference;
        input.subject = id;
        return usecases::orders::end_appeal(visit.context, input);
    };
    return record;
}

template <class Input>
http::Response show_finding_form(Visit& visit, Expected<RecordForm<Input>> record) {
    if (!record) return visit.refused(record.error());
    return show_record_form(visit, std::move(*record));
}
template <class Input>
http::Response post_finding_form(Visit& visit, Expected<RecordForm<Input>> record) {
    if (!record) return visit.refused(record.error());
    return post_record_form(visit, std::move(*record));
}

}  // namespace

Html condition_list(std::vector<ConditionFound> const& conditions, Date today,
                    std::string const& appeal_address) {
    Html html = html::h2("Conditions found on this case");
    if (conditions.empty()) {
        html << html::p(
            "None. A closure order, a breach that a court found, or a conviction on file would open one.");
        return html;
    }
    std::vector<Html> items;
    for (auto const& condition : conditions) {
        Html item = html::strong("Condition " + std::to_string(condition.number) + ".");
        item << " " << condition.because << ". ";
        if (!condition.is_met) item << "Not met yet: " << condition.not_met_because << ". ";
        if (condition.notice_served_on)
            item << "Notice served on " << date_words(*condition.notice_served_on) << ". ";
        else if (condition.serve_by && (condition.is_met || condition.may_be_met_later)) {
            item << "Serve the notice by " << date_words(*condition.serve_by);
            if (*condition.serve_by < today)
                item << " " << govuk::tag({.text = "Too late", .classes = "govuk-tag--red"});
        }
        if (condition.appeal) {
            item << html::hint("Appeal lodged on " + date_words(condition.appeal->lodged_on) +
                               (condition.appeal->ended_on
                                    ? ", ended on " + date_words(*condition.appeal->ended_on) + ": " +
                                          std::string(words_of(*condition.appeal->outcome))
                                    : ", goes on"));
        }
        if (!appeal_address.empty()) {
            bool const goes_on = condition.appeal && !condition.appeal->outcome;
            item << " "
                 << html::a(appeal_address + "/" + condition.subject + (goes_on ? "/appeal-end" : "/appeal"),
                            goes_on ? "Record the end of the appeal" : "Record an appeal")
                 << html::hidden(", condition " + std::to_string(condition.number));
        }
        items.push_back(std::move(item));
    }
    html << html::list(items);
    return html;
}

http::Response show_findings(Visit& visit) {
    auto const view = findings_of(visit);
    if (!view) return visit.refused(view.error());
    auto const address = findings_address(view->header.reference);
    Html body =
        condition_list(view->conditions, visit.context.today, view->may_change ? address : std::string());
    if (view->may_change)
        append(body, govuk::Button{.text = "Record what a court found", .href = address + "/new"});
    body << regime_table(*view);
    body << html::p(html::a(orders_address(view->header.reference), "All legal action"));
    return visit.page(cases::section_page({.reference = view->header.reference,
                                           .section = cases::Section::action,
                                           .title = "Grounds for possession",
                                           .body = std::move(body),
                                           .narrow = true,
                                           .part = "/orders"},
                                          view->header.counts));
}

http::Response show_new_finding(Visit& visit) { return show_finding_form(visit, finding_record(visit)); }
http::Response post_new_finding(Visit& visit) { return post_finding_form(visit, finding_record(visit)); }
http::Response show_appeal(Visit& visit) { return show_finding_form(visit, appeal_record(visit)); }
http::Response post_appeal(Visit& visit) { return post_finding_form(visit, appeal_record(visit)); }
http::Response show_appeal_end(Visit& visit) { return show_finding_form(visit, appeal_end_record(visit)); }
http::Response post_appeal_end(Visit& visit) { return post_finding_form(visit, appeal_end_record(visit)); }

}  // namespace doorstep::pages::orders
