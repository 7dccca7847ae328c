// One clock a step, counted by the difference of times, so that a sleeping or busy machine loses nothing. The clock
// of the step in hand runs, whatever is shown meanwhile; the first step starts it.
function newClock(steps) {
    var minute = 60000;
    var clock = {
        plan: steps.map(function (step) { return step.minutes * minute; }),
        limits: steps.map(function (step) { return step.minutes * minute; }),
        spent: steps.map(function () { return 0; }),
        step: -1, since: 0, isRunning: false, hasStarted: false
    };
    function settle() {
        var now = Date.now();
        if (clock.isRunning && clock.step >= 0) clock.spent[clock.step] += Math.max(0, now - clock.since);
        clock.since = now;
    }
    clock.used = function (step) {
        var runs = clock.isRunning && clock.step === step;
        return clock.spent[step] + (runs ? Math.max(0, Date.now() - clock.since) : 0);
    };
    clock.left = function (step) { return clock.limits[step] - clock.used(step); };
    clock.go = function (step) {
        if (step === clock.step) return;
        settle();
        clock.step = step;
        if (step >= 0 && !clock.hasStarted) clock.run(true);
    };
    clock.run = function (isRunning) {
        settle();
        clock.isRunning = isRunning;
        if (isRunning) clock.hasStarted = true;
    };
    clock.reset = function () {
        settle();
        if (clock.step < 0) return;
        clock.spent[clock.step] = 0;
        clock.limits[clock.step] = clock.plan[clock.step];
    };
    clock.add = function (minutes) {
        if (clock.step >= 0) clock.limits[clock.step] = Math.max(0, clock.limits[clock.step] + minutes * minute);
    };
    function sum(list) { return list.reduce(function (total, own) { return total + own; }, 0); }
    clock.total = function () {
        return sum(clock.plan.map(function (_, step) { return clock.used(step); }));
    };
    // Time spent beyond what the plan gives to the steps so far; below zero, ahead.
    clock.behind = function () {
        if (clock.step < 0) return 0;
        var planned = sum(clock.plan.slice(0, clock.step));
        return clock.total() - planned - Math.min(clock.used(clock.step), clock.plan[clock.step]);
    };
    clock.planned = function () { return sum(clock.plan); };
    clock.save = function () {
        settle();
        return { plan: clock.plan, limits: clock.limits, spent: clock.spent, step: clock.step, since: clock.since,
            isRunning: clock.isRunning, hasStarted: clock.hasStarted };
    };
    // What was kept counts only for the plan that it was kept for.
    clock.restore = function (saved) {
        if (!saved || String(saved.plan) !== String(clock.plan)) return false;
        Object.keys(saved).forEach(function (name) { clock[name] = saved[name]; });
        return true;
    };
    return clock;
}
function mmss(ms, round) {
    var seconds = round(ms / 1000), rest = seconds % 60;
    return (seconds - rest) / 60 + ':' + (rest < 10 ? '0' : '') + rest;
}
// What a clock shows: time left, or a plus sign and the time beyond it.
function clockText(clock, step) {
    var left = clock.left(step);
    return left >= 0 ? mmss(left, Math.ceil) : '+' + mmss(-left, Math.floor);
}
function clockWord(clock, step) {
    return [clock.left(step) < 0 ? t("present-over") : t("present-left"), clock.isRunning ? '' : t("present-paused")]
        .filter(Boolean).join(', ');
}
function planText(clock) {
    var behind = Math.trunc(clock.behind() / 60000);
    var words = behind > 0 ? t("present-behind", ['n', behind]) : behind < 0 ? t("present-ahead", ['n', -behind]) : t("present-on-plan");
    return t("present-total", ['n', Math.floor(clock.total() / 60000), 'of', clock.planned() / 60000, 'plan', words]);
}
