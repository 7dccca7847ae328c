// The words of the app in the book's language, compiled from Fluent files when the book is built.
(function () {
    'use strict';
    var lang = /*LANG*/, messages = /*MESSAGES*/;
    // A page may bring two lists of words.
    var before = window.compendium && window.compendium.messages;
    messages = Object.assign({}, before, messages);
    var number = new Intl.NumberFormat(lang), plural = new Intl.PluralRules(lang);
    function format(pattern, args) {
        if (typeof pattern === 'string') return pattern;
        return pattern.map(function (part) {
            if (typeof part === 'string') return part;
            if ('v' in part) {
                var value = args[part.v];
                return typeof value === 'number' ? number.format(value) : String(value);
            }
            var chosen = args[part.s], cases = part.c;
            if (!(chosen in cases)) chosen = typeof chosen === 'number' ? plural.select(chosen) : part.d;
            return format(cases[chosen in cases ? chosen : part.d], args);
        }).join('');
    }
    // English without a region would write the month first.
    var region = lang === 'en' ? 'en-GB' : lang;
    var date = new Intl.DateTimeFormat(region, { day: 'numeric', month: 'short', year: 'numeric' });
    var time = new Intl.DateTimeFormat(region, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    window.compendium = {
        lang: lang,
        messages: messages,
        t: function (key, list) {
            var args = {};
            for (var i = 0; list && i + 1 < list.length; i += 2) args[list[i]] = list[i + 1];
            return Object.prototype.hasOwnProperty.call(messages, key) ? format(messages[key], args) : key;
        },
        date: function (ms) { return date.format(new Date(ms)); },
        time: function (ms) { return time.format(new Date(ms)); }
    };
})();
