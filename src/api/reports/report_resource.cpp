#include "api/reports/report_resource.h"

namespace doorstep::api::reports {

using domain::reports::Report;
using storage::reports::ListedReport;
using usecases::triage::ReportView;

namespace {

/// What a report in a list and one report both say.
template <class T, class GetListed>
std::vector<Member<T>> common_members(GetListed listed) {
    auto const of = [&](char const* name, char const* description, auto get) {
        return member<T>(name, description, [listed, get](T const& t) { return get(listed(t).report); });
    };
    return {
        of("id", "Its id", [](Report const& r) { return r.id; }),
        of("reference", "What people call it: R-26-00311", [](Report const& r) { return r.reference; }),
        of("state", "Each report is in exactly one", [](Report const& r) { return r.state; }),
        of("channel", "Code of how it reached us", [](Report const& r) { return r.channel; }),
        of("received-at", "When it reached us", [](Report const& r) { return r.received_at; }),
        of("received-on", "The day clocks run from", [](Report const& r) { return r.received_on; }),
        of("first-contact-by", "By when we promised to be in touch",
           [](Report const& r) { return r.first_contact_by; }),
        of("taken-as-high", "Judged by the promise for high risk until somebody has assessed it",
           [](Report const& r) { return r.taken_as_high; }),
        of("in-danger", "Somebody is in danger", [](Report const& r) { return r.in_danger; }),
        of("self-harm", "Somebody spoke of harming themselves", [](Report const& r) { return r.self_harm; }),
        of("hate", "Somebody believes it happened because of who they are",
           [](Report const& r) { return r.hate; }),
        of("category", "Code of its first kind", [](Report const& r) { return r.category; }),
        of("anonymous", "They did not give a name", [](Report const& r) { return r.anonymous; }),
        of("version", "Raised by every change; the ETag begins with it",
           [](Report const& r) { return r.version; }),
        member<T>("address", "One line with postcode; empty when the place is described",
                  [listed](T const& t) { return listed(t).address_line; }),
        member<T>("area", "Name of its area; empty without one",
                  [listed](T const& t) { return listed(t).area_name; }),
        member<T>("case", "Reference of the case it is in; empty without one",
                  [listed](T const& t) { return listed(t).case_reference; }),
    };
}

}  // namespace

Resource<ListedReport> const& listed_report_resource() {
    static Resource<ListedReport> const resource{
        "ListedReport",
        common_members<ListedReport>([](ListedReport const& l) -> ListedReport const& { return l; })};
    return resource;
}

Resource<ReportView> const& report_resource() {
    static Resource<ReportView> const resource = [] {
        Resource<ReportView> made{
            "Report",
            common_members<ReportView>([](ReportView const& v) -> ListedReport const& { return v.listed; })};
        auto const add = [&](char const* name, char const* description, auto get) {
            made.members.push_back(member<ReportView>(
                name, description, [get](ReportView const& v) { return get(v.listed.report); }));
        };
        add("kinds", "Codes of every kind", [](Report const& r) { return r.categories; });
        add("who-for", "For whom they told it", [](Report const& r) { return r.who_for; });
        add("reporter-name", "Empty when they gave none", [](Report const& r) { return r.reporter_name; });
        add("place", "Where it happened, in their words", [](Report const& r) { return r.place_text; });
        add("postcode", "Where it happened", [](Report const& r) { return r.postcode; });
        add("happened-on", "When, where they knew", [](Report const& r) { return r.happened_on; });
        add("happened-about", "When, in their words", [](Report const& r) { return r.happened_about; });
        add("still-happening", "Whether it goes on", [](Report const& r) { return r.still_happening; });
        add("how-often", "How often it happens", [](Report const& r) { return r.how_often; });
        add("what", "What happened, in their words", [](Report const& r) { return r.what_happened; });
        add("people", "Who did it, in their words", [](Report const& r) { return r.people_text; });
        add("effect", "How much it affects them", [](Report const& r) { return r.effect; });
        add("wish", "What would help, in their words", [](Report const& r) { return r.wish; });
        made.members.push_back(member<ReportView>(
            "safe-contact", "How to reach them safely; null when not said", [](ReportView const& v) {
                return v.safe_contact ? std::optional(domain::people::safe_contact_words(*v.safe_contact))
                                      : std::nullopt;
            }));
        made.members.push_back(member<ReportView>("files", "How many came with it",
                                                  [](ReportView const& v) { return std::ssize(v.files); }));
        made.members.push_back(member<ReportView>("may-decide", "This account may decide about it now",
                                                  [](ReportView const& v) { return v.may_decide; }));
        return made;
    }();
    return resource;
}

}  // namespace doorstep::api::reports
